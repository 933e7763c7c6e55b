package io.latchkey.messaging.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.decision.Opened.Readable;
import io.latchkey.messaging.decision.Opened.Unreadable;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.Sealed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the test vectors out of docs/sealing.md, as the Python example's test does. */
class SealingVectorsTest {

    private static final JsonNode VECTORS = vectors();
    private static final JsonNode RECIPIENT = VECTORS.get("recipient");
    private static final JsonNode WRAPPING = VECTORS.get("wrapping");

    private final SealingKeys keys = keys();
    private final Opener opener = new HpkeOpener(keys);

    static Stream<JsonNode> fields() {
        return VECTORS.get("fields").valueStream();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aSealedFieldOpens(JsonNode field) {
        assertThat(open(field, hex(field, "ciphertext")))
                .isEqualTo(new Readable(field.get("value").asString()));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void theAssociatedDataIsAsWritten(JsonNode field) {
        assertThat(belongsTo(field).bytes()).isEqualTo(hex(field, "associatedData"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aCiphertextBeginsWithItsNonce(JsonNode field) {
        assertThat(hex(field, "ciphertext"))
                .startsWith(hex(field, "nonce"))
                .hasSize(12 + field.get("value").asString().getBytes(UTF_8).length + 16);
    }

    @Test
    void theKeyHasItsIdAndFingerprint() {
        assertThat(keys.primary().keyId()).isEqualTo(RECIPIENT.get("keyId").asString());
        assertThat(keys.primary().fingerprint())
                .hasToString(RECIPIENT.get("fingerprint").asString());
    }

    @Test
    void theInfoNamesTheKey() {
        assertThat(Hpke.info(keys.primary().keyId())).isEqualTo(hex(WRAPPING, "info"));
    }

    @Test
    void theWrappedKeyHoldsTheDataKey() throws Exception {
        var unwrapped = Hpke.primitive(privateKey(RECIPIENT, "privateKey", "publicKey"), HybridDecrypt.class)
                .decrypt(hex(WRAPPING, "wrappedKey"), hex(WRAPPING, "info"));
        assertThat(unwrapped).isEqualTo(hex(WRAPPING, "dataKey"));
    }

    @Test
    void bytesThatAreNoTextAreUnreadable() {
        var like = VECTORS.get("fields").get(0);
        assertThat(open(like, hex(VECTORS.get("notText"), "ciphertext"))).isEqualTo(new Unreadable());
    }

    /** RFC 9180's first message has associated data, ours has none; key and nonce are the same. */
    @Test
    void tinkDerivesTheKeyAndNonceOfTheRfc() throws Exception {
        var rfc = VECTORS.get("rfc9180");
        var plaintext = "Beauty is truth, truth beauty".getBytes(UTF_8);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(hex(rfc, "key"), "AES"),
                new GCMParameterSpec(128, hex(rfc, "baseNonce")));
        var encrypted = concat(hex(rfc, "enc"), cipher.doFinal(plaintext));
        var tink = Hpke.primitive(privateKey(rfc, "skRm", "pkRm"), HybridDecrypt.class);
        assertThat(tink.decrypt(encrypted, hex(rfc, "info"))).isEqualTo(plaintext);
    }

    private Opened open(JsonNode field, byte[] ciphertext) {
        var sealed = new Sealed(
                RECIPIENT.get("keyId").asString(),
                ByteBuffer.wrap(hex(WRAPPING, "wrappedKey")),
                ByteBuffer.wrap(ciphertext));
        return opener.open(sealed, belongsTo(field));
    }

    private static AssociatedData belongsTo(JsonNode field) {
        return new AssociatedData(
                field.get("purpose").asString(),
                new AggregateKey(
                        field.get("tenantId").asString(), field.get("userId").asString()),
                UUID.fromString(field.get("boundTo").asString()));
    }

    private static SealingKeys keys() {
        var keyset = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(privateKey(RECIPIENT, "privateKey", "publicKey"))
                        .withRandomId()
                        .makePrimary());
        try {
            return SealingKeys.of(KeyOwner.REGISTRATION, keyset.build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @AccessesPartialKey
    private static HpkePrivateKey privateKey(JsonNode from, String privateKey, String publicKey) {
        try {
            return HpkePrivateKey.create(
                    HpkePublicKey.create(Hpke.SUITE, Bytes.copyFrom(hex(from, publicKey)), null),
                    SecretBytes.copyFrom(hex(from, privateKey), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hex(JsonNode from, String name) {
        return HexFormat.of().parseHex(from.get(name).asString());
    }

    private static byte[] concat(byte[] head, byte[] tail) {
        return ByteBuffer.allocate(head.length + tail.length)
                .put(head)
                .put(tail)
                .array();
    }

    private static JsonNode vectors() {
        try {
            var page = Files.readString(Path.of("..", "docs", "sealing.md"));
            var start = page.indexOf("```json\n") + "```json\n".length();
            return JsonMapper.shared().readTree(page.substring(start, page.indexOf("```", start)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

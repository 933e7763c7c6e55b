package io.latchkey.messaging.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import io.latchkey.schemas.KeyOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final byte[] CONTENT = "content".getBytes(UTF_8);

    @TempDir
    private Path temporary;

    private Path directory;
    private Secrets making;
    private Secrets strict;

    @BeforeEach
    void inADirectoryThatDoesNotExist() {
        directory = temporary.resolve("secrets");
        making = new Secrets(directory, true);
        strict = new Secrets(directory, false);
    }

    @Test
    void aMissingSecretIsMadeOnceAndStaysTheSame() {
        assertThat(making.key("engine")).hasSize(32).isEqualTo(strict.key("engine"));
    }

    @Test
    void aSecretIsForItsOwnerOnly() throws IOException {
        making.key("engine");
        assertThat(permissions(directory.resolve("engine.key"))).isEqualTo("rw-------");
        assertThat(permissions(directory)).isEqualTo("rwx------");
    }

    @Test
    void nothingButTheSecretIsLeftBehind() {
        making.key("engine");
        making.sealing(KeyOwner.REGISTRATION);
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("engine.key", "sealing.keyset.json");
    }

    @Test
    void manyThatStartAtOnceShareOneSecret() throws Exception {
        Callable<String> start = () -> HexFormat.of().formatHex(new Secrets(directory, true).key("engine"));
        try (var pool = Executors.newFixedThreadPool(8)) {
            var keys =
                    pool.invokeAll(IntStream.range(0, 32).mapToObj(i -> start).toList());
            assertThat(keys.stream().map(key -> key.resultNow()).distinct()).hasSize(1);
        }
    }

    @Test
    void aMissingKeyIsAskedForByItsFile() {
        assertThatThrownBy(() -> strict.key("engine"))
                .isInstanceOf(SecretException.class)
                .hasMessageStartingWith(directory.resolve("engine.key") + " is missing")
                .hasMessageContaining("openssl rand -base64 32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all !", "ünsinn"})
    void aDamagedKeyIsNamedAndNotQuoted(String content) throws IOException {
        put("engine.key", content);
        var refused = catchThrowableOfType(SecretException.class, () -> strict.key("engine"));
        assertThat(refused)
                .hasMessageStartingWith(directory.resolve("engine.key") + " is damaged")
                .hasNoCause();
        if (!content.isEmpty()) {
            assertThat(refused).hasMessageNotContaining(content);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"primaryKeyId\": 7, \"key\": []}", "{\"secret\": \"swordfish\"}"})
    void aDamagedKeysetIsNamedAndNotQuoted(String content) throws IOException {
        put("account-kek.keyset.json", content);
        assertThatThrownBy(() -> strict.aead("account-kek"))
                .isInstanceOf(SecretException.class)
                .hasMessageStartingWith(directory.resolve("account-kek.keyset.json") + " is no Tink keyset")
                .hasMessageNotContaining("swordfish")
                .hasNoCause();
    }

    @Test
    void aKeysetOfAnotherKindIsRefused() throws IOException {
        making.pepper("code-pepper");
        Files.copy(directory.resolve("code-pepper.keyset.json"), directory.resolve("account-kek.keyset.json"));
        Files.copy(directory.resolve("code-pepper.keyset.json"), directory.resolve("sealing.keyset.json"));
        assertThatThrownBy(() -> strict.aead("account-kek")).hasMessageContaining("another kind");
        assertThatThrownBy(() -> strict.sealing(KeyOwner.REGISTRATION)).hasMessageContaining("does not use");
    }

    @Test
    void aSecretThatEverybodyCanReadIsRefused() throws IOException {
        making.key("engine");
        Files.setPosixFilePermissions(directory.resolve("engine.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> strict.key("engine")).hasMessageEndingWith("is open to everybody: chmod 600 it");
    }

    @Test
    void theSealingKeysOutliveTheProcess() {
        var made = making.sealing(KeyOwner.NOTIFICATION).primary();
        assertThat(strict.sealing(KeyOwner.NOTIFICATION).primary()).isEqualTo(made);
        assertThat(made.keyId()).matches("notification-[0-9a-f]{16}");
    }

    @Test
    void whatOneAeadEncryptsItsSuccessorDecrypts() throws Exception {
        var encrypted = making.aead("account-kek").encrypt(CONTENT, new byte[0]);
        assertThat(strict.aead("account-kek").decrypt(encrypted, new byte[0])).isEqualTo(CONTENT);
    }

    @Test
    void aPepperedHashMatchesItsContentOnly() {
        var hash = making.pepper("code-pepper").hash(CONTENT);
        assertThat(strict.pepper("code-pepper").matches(hash, CONTENT)).isTrue();
        assertThat(strict.pepper("code-pepper").matches(hash, new byte[] {1})).isFalse();
        assertThat(strict.pepper("code-pepper").matches(new byte[0], CONTENT)).isFalse();
    }

    @Test
    void anOlderPepperStillMatchesWhileNewHashesUseTheNewest() throws Exception {
        var before = making.pepper("code-pepper").hash(CONTENT);
        rotatePepper();
        var rotated = strict.pepper("code-pepper");
        assertThat(rotated.matches(before, CONTENT)).isTrue();
        assertThat(rotated.hash(CONTENT)).isNotEqualTo(before);
    }

    private void rotatePepper() throws Exception {
        var file = directory.resolve("code-pepper.keyset.json");
        var old = TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(file), TinkConfig2026.get(), InsecureSecretKeyAccess.get());
        var next = KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG, TinkConfig2026.get());
        var both = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.importKey(next.getPrimary().getKey()).makePrimary())
                .build();
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(both, TinkConfig2026.get(), InsecureSecretKeyAccess.get()));
    }

    @Test
    void aKeyIsBase64OnItsLine() throws IOException {
        put("engine.key", Base64.getEncoder().encodeToString(new byte[32]) + "\n");
        assertThat(strict.key("engine")).isEqualTo(new byte[32]);
    }

    private void put(String name, String content) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(name), content);
        Files.setPosixFilePermissions(directory.resolve(name), PosixFilePermissions.fromString("rw-------"));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

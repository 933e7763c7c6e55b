package io.latchkey.messaging.sealing;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import io.latchkey.schemas.KeyOwner;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The private keys of one service, several while they rotate. A key's id is the owner and the beginning of the public
 * key's fingerprint, so that nobody has to hand out ids.
 */
public final class SealingKeys {

    private final KeyOwner owner;
    private final RecipientKey primary;
    private final Map<String, PrivateKey> keys;

    private SealingKeys(KeyOwner owner, RecipientKey primary, Stream<PrivateKey> keys) {
        this.owner = owner;
        this.primary = primary;
        this.keys = keys.collect(toUnmodifiableMap(key -> key.recipient().keyId(), Function.identity()));
    }

    /** @throws IllegalArgumentException if the keyset holds a key of another suite or with Tink's output prefix */
    public static SealingKeys of(KeyOwner owner, KeysetHandle keyset) {
        var primary =
                PrivateKey.of(owner, asPrivateKey(keyset.getPrimary().getKey())).recipient();
        return new SealingKeys(owner, primary, enabledKeys(keyset).map(key -> PrivateKey.of(owner, key)));
    }

    /** One new key pair, known to nobody else. */
    public static SealingKeys generate(KeyOwner owner) {
        return of(owner, generateKeyset());
    }

    /** A keyset with one new key pair, to be kept as a secret. */
    public static KeysetHandle generateKeyset() {
        try {
            return KeysetHandle.generateNew(Hpke.SUITE, HybridConfig2026.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key pair could be made", e);
        }
    }

    public KeyOwner owner() {
        return owner;
    }

    /** What others are to seal with. */
    public RecipientKey primary() {
        return primary;
    }

    /** Empty where the key is unknown or the bytes were not wrapped for it. */
    Optional<DataKey> unwrap(String keyId, byte[] wrappedKey) {
        return Optional.ofNullable(keys.get(keyId)).flatMap(key -> key.unwrap(wrappedKey));
    }

    private static Stream<HpkePrivateKey> enabledKeys(KeysetHandle keyset) {
        return IntStream.range(0, keyset.size())
                .mapToObj(keyset::getAt)
                .filter(entry -> entry.getStatus() == KeyStatus.ENABLED)
                .map(entry -> asPrivateKey(entry.getKey()));
    }

    private static HpkePrivateKey asPrivateKey(Key key) {
        if (key instanceof HpkePrivateKey hpke && hpke.getParameters().equals(Hpke.SUITE)) {
            return hpke;
        }
        throw new IllegalArgumentException(
                "a sealing key is DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM_RAW and nothing else");
    }

    private record PrivateKey(RecipientKey recipient, HybridDecrypt decryption) {

        @AccessesPartialKey
        static PrivateKey of(KeyOwner owner, HpkePrivateKey key) {
            var bytes = key.getPublicKey().getPublicKeyBytes();
            var keyId = owner.name().toLowerCase(Locale.ROOT) + "-"
                    + Fingerprint.of(bytes.toByteArray()).head();
            try {
                return new PrivateKey(new RecipientKey(keyId, bytes), Hpke.primitive(key, HybridDecrypt.class));
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("private key of " + keyId + " cannot be used", e);
            }
        }

        Optional<DataKey> unwrap(byte[] wrappedKey) {
            try {
                return Optional.of(new DataKey(decryption.decrypt(wrappedKey, Hpke.info(recipient.keyId()))));
            } catch (GeneralSecurityException e) {
                return Optional.empty();
            }
        }
    }
}

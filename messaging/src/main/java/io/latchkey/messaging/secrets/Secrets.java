package io.latchkey.messaging.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.subtle.Random;
import io.latchkey.messaging.sealing.SealingKeys;
import io.latchkey.schemas.KeyOwner;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * The secrets of one service, a file each in its directory: {@code <name>.key} holds 32 bytes in base64, {@code
 * <name>.keyset.json} a Tink keyset, which can rotate. Every method throws {@link SecretException} where the file is
 * missing, readable by everybody or damaged.
 */
public final class Secrets {

    private static final int KEY_SIZE = 32;
    private static final Configuration TINK = TinkConfig2026.get();

    private final Path directory;
    private final boolean createMissing;

    /** @param createMissing makes what is missing instead of refusing; for a machine that nobody prepared */
    public Secrets(Path directory, boolean createMissing) {
        this.directory = directory.toAbsolutePath();
        this.createMissing = createMissing;
    }

    /** 32 bytes that cannot rotate, such as the secret of a keyed hash that must stay equal. */
    public byte[] key(String name) {
        var file = file(name + ".key");
        var base64 = content(
                file,
                () -> Base64.getEncoder().encodeToString(Random.randBytes(KEY_SIZE)),
                "is missing: make it with `openssl rand -base64 32`, mode 600");
        return decoded(file, base64);
    }

    /** Encrypts other keys; new ones with the keyset's primary key. */
    public Aead aead(String name) {
        return primitive(name, PredefinedAeadParameters.AES256_GCM, Aead.class);
    }

    public Pepper pepper(String name) {
        return new Pepper(primitive(name, PredefinedMacParameters.HMAC_SHA256_256BITTAG, Mac.class));
    }

    /** The private keys with which this service opens what is sealed for it. */
    public SealingKeys sealing(KeyOwner owner) {
        var file = file("sealing.keyset.json");
        var keyset = keyset(file, SealingKeys::generateKeyset);
        try {
            return SealingKeys.of(owner, keyset);
        } catch (IllegalArgumentException e) {
            throw new SecretException(file.path(), "has a key that sealing does not use: see docs/sealing.md");
        }
    }

    private <P> P primitive(String name, Parameters template, Class<P> type) {
        var file = file(name + ".keyset.json");
        var keyset = keyset(file, () -> newKeyset(template));
        try {
            return keyset.getPrimitive(TINK, type);
        } catch (GeneralSecurityException e) {
            throw new SecretException(
                    file.path(), "has keys of another kind: it needs a keyset for " + type.getSimpleName());
        }
    }

    private KeysetHandle keyset(SecretFile file, Supplier<KeysetHandle> template) {
        var json = content(
                file, () -> json(template.get()), "is missing: make a keyset in JSON with Tink's tinkey, mode 600");
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(json, TINK, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new SecretException(file.path(), "is no Tink keyset in JSON: restore it");
        }
    }

    private String content(SecretFile file, Supplier<String> template, String missing) {
        if (!file.exists() && createMissing) {
            file.create(template);
        }
        if (!file.exists()) {
            throw new SecretException(file.path(), missing + ", or set latchkey.secrets.create-missing");
        }
        return file.read();
    }

    private SecretFile file(String name) {
        return new SecretFile(directory, name);
    }

    private static byte[] decoded(SecretFile file, String base64) {
        try {
            var key = Base64.getDecoder().decode(base64);
            if (key.length == KEY_SIZE) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Told below, without what the decoder quotes.
        }
        throw new SecretException(file.path(), "is damaged: it must hold 32 bytes in base64; restore it");
    }

    private static KeysetHandle newKeyset(Parameters template) {
        try {
            return KeysetHandle.generateNew(template, TINK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    private static String json(KeysetHandle keyset) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, TINK, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be written", e);
        }
    }
}

package io.latchkey.embedded.installation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs access tokens for whoever may read the data directory, in the place of a real issuer. Its private key is there
 * with mode 600, its public key beside it for the service that checks tokens.
 */
public final class Issuer {

    private static final int KEY_SIZE = 3072;
    private static final String PRIVATE = "PRIVATE KEY";

    private final RSAPrivateCrtKey key;

    private Issuer(RSAPrivateCrtKey key) {
        this.key = key;
    }

    /** @throws StartFailure where {@code up} was never run on this data directory */
    public static Issuer of(Path dataDirectory) {
        Path file = privateKey(DataDirectory.issuer(dataDirectory));
        if (!Files.exists(file)) {
            throw new StartFailure(
                    "%s is missing: run \"latchkey up\" first, or say --data as it does".formatted(file));
        }
        return read(file);
    }

    /** As {@link #publicKey(Path)}, of a data directory. */
    public static Path published(Path dataDirectory) {
        Path directory = DataDirectory.issuer(dataDirectory);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StartFailure("the key for tokens cannot be written to " + directory, e);
        }
        return publicKey(directory);
    }

    /** Made where there is none; the public key is written anew. Returns where that is. */
    static Path publicKey(Path directory) {
        try {
            Path file = privateKey(directory);
            if (!Files.exists(file)) {
                write(file, pem(PRIVATE, generated().getEncoded()));
            }
            Path published = directory.resolve("public.pem");
            write(published, pem("PUBLIC KEY", read(file).encodedPublicKey()));
            return published;
        } catch (IOException e) {
            throw new StartFailure("the key for tokens cannot be written to " + directory, e);
        }
    }

    /** A JWT of these claims (RFC 7519). */
    public String token(Map<String, Object> claims) {
        String content = base64(Map.of("alg", "RS256", "typ", "at+jwt")) + "." + base64(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(US_ASCII));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA256withRSA", e);
        }
    }

    private static String base64(Map<String, Object> part) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JsonMapper.shared().writeValueAsBytes(part));
    }

    private static Path privateKey(Path directory) {
        return directory.resolve("private.pem");
    }

    private static PrivateKey generated() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_SIZE);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    private byte[] encodedPublicKey() {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    private static Issuer read(Path file) {
        try {
            String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            PKCS8EncodedKeySpec encoded =
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            return new Issuer((RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(encoded));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new StartFailure(file + " is no RSA key in PEM that can be read: restore it, or delete it");
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content), kind);
    }

    /** As a whole or not at all, and for the owner's eyes from the first byte on. */
    private static void write(Path file, String content) throws IOException {
        Path temporary = Files.createTempFile(
                file.getParent(),
                ".",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(temporary, content);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

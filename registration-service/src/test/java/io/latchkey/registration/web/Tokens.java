package io.latchkey.registration.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An issuer. */
final class Tokens {

    static final String AUDIENCE = "latchkey-registration";

    private final KeyPair keys;

    Tokens() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void publish(Path file) {
        try {
            var base64 = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
            Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** RFC 7517. */
    String jwks() {
        var key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"" + number(key.getModulus()) + "\",\"e\":\""
                + number(key.getPublicExponent()) + "\"}]}";
    }

    private static String number(BigInteger number) {
        var bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    String administrator(String tenant) {
        return with(tenant, Scope.values());
    }

    String with(String tenant, Scope... scopes) {
        return signed(claims(tenant, "an-administrator", scopes));
    }

    String person(String tenant, String userId) {
        return signed(claims(tenant, userId));
    }

    static Map<String, Object> claims(String tenant, String subject, Scope... scopes) {
        var claims = new HashMap<String, Object>();
        claims.put("sub", subject);
        claims.put("aud", List.of(AUDIENCE, "another-service"));
        claims.put("tenant", tenant);
        claims.put("scope", Stream.of(scopes).map(Scope::value).collect(Collectors.joining(" ")));
        claims.put("exp", Instant.now().plus(Duration.ofMinutes(5)).getEpochSecond());
        return claims;
    }

    static Map<String, Object> changed(Map<String, Object> claims, String name, @Nullable Object value) {
        var changed = new HashMap<>(claims);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }

    String signed(Map<String, Object> claims) {
        return signed(Map.of("alg", "RS256", "typ", "JWT"), claims);
    }

    String signed(Map<String, Object> header, Map<String, Object> claims) {
        try {
            var content = base64(header) + "." + base64(claims);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(Map<String, Object> part) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JsonMapper.shared().writeValueAsBytes(part));
    }
}

package io.latchkey.registration.web;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Who signs tokens, and what a token must say (RFC 9068 and RFC 8725, 3.8 to 3.11). */
final class TokenDecoders {

    private static final int MAX_SUBJECT = 255;

    private static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(
            SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256, SignatureAlgorithm.ES384);

    private TokenDecoders() {}

    /** Refuses every token where the settings name no issuer. */
    static JwtDecoder of(TokenProperties properties) {
        if (properties.jwksUri() != null) {
            return published(NimbusJwtDecoder.withJwkSetUri(properties.jwksUri().toString()), properties);
        }
        if (properties.publicKey() != null) {
            return validating(
                    NimbusJwtDecoder.withPublicKey(publicKey(properties.publicKey()))
                            .validateType(false)
                            .build(),
                    properties);
        }
        return properties.issuer() == null ? TokenDecoders::nobody : discovered(properties.issuer(), properties);
    }

    /** When the first token comes: an issuer that is away keeps no service from starting. */
    private static JwtDecoder discovered(String issuer, TokenProperties properties) {
        return new SupplierJwtDecoder(() -> published(NimbusJwtDecoder.withIssuerLocation(issuer), properties));
    }

    private static JwtDecoder published(NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder keys, TokenProperties properties) {
        return validating(
                keys.jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
                        .validateType(false)
                        .build(),
                properties);
    }

    private static JwtDecoder validating(NimbusJwtDecoder decoder, TokenProperties properties) {
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validators(properties)));
        return decoder;
    }

    private static List<OAuth2TokenValidator<Jwt>> validators(TokenProperties properties) {
        var types = new JwtTypeValidator("JWT", "at+jwt");
        types.setAllowEmpty(true);
        var all = new ArrayList<OAuth2TokenValidator<Jwt>>(List.of(
                types,
                new JwtTimestampValidator(),
                new JwtClaimValidator<>("exp", expires -> expires != null),
                new JwtClaimValidator<List<String>>(
                        "aud", audiences -> audiences != null && audiences.contains(properties.audience())),
                new JwtClaimValidator<String>(
                        "sub", subject -> subject != null && !subject.isEmpty() && subject.length() <= MAX_SUBJECT)));
        if (properties.issuer() != null) {
            all.add(new JwtIssuerValidator(properties.issuer()));
        }
        return all;
    }

    private static Jwt nobody(String token) {
        throw new BadJwtException("no issuer of tokens is configured");
    }

    private static RSAPublicKey publicKey(Path file) {
        try {
            var base64 = Files.readString(file).replaceAll("-----(BEGIN|END) PUBLIC KEY-----|\\s", "");
            var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
            return (RSAPublicKey) requireNonNull(KeyFactory.getInstance("RSA").generatePublic(spec));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "latchkey.registration.web.token.public-key must name a file with an RSA public key in PEM", e);
        }
    }
}

package io.latchkey.registration.web;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens are taken. Where no issuer, no keys and no public key are given, none is.
 *
 * @param issuer whose keys are discovered, unless one of the next two is given, and which every token must name
 * @param jwksUri where its public keys are
 * @param publicKey a file in PEM with an RSA key, for an issuer that publishes none; {@code jwksUri} goes first
 * @param audience which every token must name
 * @param tenantClaim which must equal the tenant in the path
 * @param userClaim which makes its bearer the person where it equals the user in the path
 */
@Validated
@ConfigurationProperties("latchkey.registration.web.token")
record TokenProperties(
        @Nullable String issuer,
        @Nullable URI jwksUri,
        @Nullable Path publicKey,
        @DefaultValue("latchkey-registration") @NotBlank String audience,
        @DefaultValue("tenant") @NotBlank String tenantClaim,
        @DefaultValue("sub") @NotBlank String userClaim) {}

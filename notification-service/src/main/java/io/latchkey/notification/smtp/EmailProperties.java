package io.latchkey.notification.smtp;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The mail server.
 *
 * @param from sender's address; its domain is that of message ids
 * @param name of the provider, in events and metrics
 * @param username none: no authentication
 * @param passwordFile read for every call, so that it can be replaced while the service runs
 * @param timeout of a whole call
 */
@Validated
@ConfigurationProperties("latchkey.notification.email")
public record EmailProperties(
        @NotBlank String host,
        @DefaultValue("587") @Min(1) @Max(65535) int port,
        @NotBlank @Email String from,

        @DefaultValue("smtp") @Pattern(regexp = "[a-z0-9-]{1,40}")
        String name,

        @DefaultValue("STARTTLS") Security security,
        @Nullable String username,
        @Nullable Path passwordFile,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration timeout) {

    /** How the connection is protected. */
    public enum Security {
        /** For a server on the same machine. */
        NONE,
        /** Required: a server that does not offer it is not used. */
        STARTTLS,
        /** From the first byte. */
        TLS
    }
}

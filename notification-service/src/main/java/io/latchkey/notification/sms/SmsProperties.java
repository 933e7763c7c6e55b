package io.latchkey.notification.sms;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The provider of text messages.
 *
 * @param url of the webhook
 * @param name of the provider, in events and metrics
 * @param tokenFile holds the bearer token; read for every call, so that it can be replaced while the service runs. None: no
 *     token is sent
 * @param connectTimeout until the connection stands
 * @param timeout of a whole call
 */
@Validated
@ConfigurationProperties("latchkey.notification.sms")
public record SmsProperties(
        @NotNull URI url,

        @DefaultValue("sms-webhook") @Pattern(regexp = "[a-z0-9-]{1,40}")
        String name,

        @Nullable Path tokenFile,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration timeout) {}

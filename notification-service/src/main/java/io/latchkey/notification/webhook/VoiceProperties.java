package io.latchkey.notification.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The provider of calls. An installation without a {@code url} has none. */
@Validated
@ConfigurationProperties("latchkey.notification.voice")
public record VoiceProperties(
        @NotNull URI url,

        @DefaultValue("voice-webhook") @Pattern(regexp = "[a-z0-9-]{1,40}")
        String name,

        @Nullable Path tokenFile,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration timeout)
        implements WebhookSettings {}

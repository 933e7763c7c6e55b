package io.latchkey.notification.kafka;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a message is worth sending, from the log time of what it tells on. A code's own expiry comes with the code.
 *
 * @param notice that something has changed, or that somebody asks for help
 * @param reminder that the methods are to be confirmed
 */
@Validated
@ConfigurationProperties("latchkey.notification.lifetime")
public record Lifetimes(
        @DefaultValue("3d") Duration notice,
        @DefaultValue("7d") Duration reminder) {}

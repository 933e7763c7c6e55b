package io.latchkey.verification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What codes are like.
 *
 * @param length in digits
 * @param phoneLifetime of codes by SMS and voice (NIST SP 800-63B-4: at most 10 minutes)
 * @param emailLifetime of codes by email
 */
@Validated
@ConfigurationProperties("latchkey.verification.code")
record CodeProperties(
        @DefaultValue("6") @Min(6) @Max(10) int length,

        @DefaultValue("5m") @DurationMin(minutes = 1) @DurationMax(minutes = 10)
        Duration phoneLifetime,

        @DefaultValue("10m") @DurationMin(minutes = 1) @DurationMax(hours = 24)
        Duration emailLifetime) {}

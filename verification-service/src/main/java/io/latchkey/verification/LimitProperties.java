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
 * How often people may guess, and how often codes are sent. The windows are rules: 24 hours for a user's guesses, 10
 * minutes for a method's sends, an hour for a destination's.
 *
 * @param guessesPerMethod wrong codes until a method must be registered again
 * @param guessesPerUser wrong codes of a user in 24 hours, over all methods, until the user is locked
 * @param lock how long
 * @param resendCooldown between two codes to one destination of an account; 0 for none
 * @param sendsPerMethod in 10 minutes
 * @param sendsPerDestination in an hour, across the users of a tenant
 */
@Validated
@ConfigurationProperties("latchkey.verification.limits")
record LimitProperties(
        @DefaultValue("5") @Min(1) @Max(10) int guessesPerMethod,
        @DefaultValue("10") @Min(1) @Max(100) int guessesPerUser,

        @DefaultValue("24h") @DurationMin(hours = 1) @DurationMax(days = 30)
        Duration lock,

        @DefaultValue("30s") @DurationMin @DurationMax(minutes = 10)
        Duration resendCooldown,

        @DefaultValue("5") @Min(1) @Max(100) int sendsPerMethod,
        @DefaultValue("10") @Min(1) @Max(1000) int sendsPerDestination) {}

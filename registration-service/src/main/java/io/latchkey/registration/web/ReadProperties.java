package io.latchkey.registration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much whoever asks may take.
 *
 * @param connections to the database, apart from the engine's
 * @param patience for the database
 * @param eligibilityTakes the time that every answer about eligibility takes, or a multiple of it
 * @param dryRunTakes a dry run is given up after this
 */
@Validated
@ConfigurationProperties("latchkey.registration.web")
record ReadProperties(
        @DefaultValue("4") @Min(1) @Max(100) int connections,
        @DefaultValue("5s") @DurationMin(millis = 100) Duration patience,
        @DefaultValue("50ms") @DurationMin(millis = 1) Duration eligibilityTakes,
        @DefaultValue("60s") @DurationMin(seconds = 1) Duration dryRunTakes,
        @DefaultValue @Valid Reveals reveals) {

    /**
     * How often full values are shown.
     *
     * @param perCaller in an hour
     * @param perAccount in an hour, to whomever
     */
    record Reveals(
            @DefaultValue("30") @Min(1) int perCaller,
            @DefaultValue("5") @Min(1) int perAccount) {}
}

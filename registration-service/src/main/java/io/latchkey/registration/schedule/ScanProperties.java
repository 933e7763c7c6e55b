package io.latchkey.registration.schedule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How accounts that have come due are looked for.
 *
 * @param interval between two pages; together with the page's size the most accounts announced in a time
 * @param page accounts looked up and ticked at once
 * @param lease how long an instance that has died keeps others from scanning
 */
@Validated
@ConfigurationProperties("latchkey.registration.scan")
record ScanProperties(
        @DefaultValue("30s") @DurationMin(millis = 100) Duration interval,
        @DefaultValue("500") @Min(1) @Max(10_000) int page,
        @DefaultValue("2m") @DurationMin(seconds = 1) Duration lease) {}

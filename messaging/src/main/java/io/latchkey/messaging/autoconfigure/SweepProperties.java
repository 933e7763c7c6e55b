package io.latchkey.messaging.autoconfigure;

import io.latchkey.messaging.engine.Sweep.Pace;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a service's documents are swept, by one instance at a time.
 *
 * @param period in which every document is visited once
 * @param interval between two pages; with the period and the number of documents it makes the size of a page
 * @param mostAtOnce documents of a page; where that is not enough, a period takes longer
 * @param retention the longest of any topic that the service reads, dead letters on their way back included: what is left
 *     of an aggregate that is gone is kept for so long
 * @param lease how long an instance that has died keeps others from sweeping; longer than the interval, or instances take
 *     turns and sweep faster together
 */
@Validated
@ConfigurationProperties("latchkey.sweep")
record SweepProperties(
        @DefaultValue("7d") @DurationMin(seconds = 1) Duration period,
        @DefaultValue("10m") @DurationMin(millis = 100) Duration interval,
        @DefaultValue("2000") @Min(1) @Max(10_000) int mostAtOnce,
        @DefaultValue("30d") @DurationMin(seconds = 1) Duration retention,
        @DefaultValue("15m") @DurationMin(seconds = 1) Duration lease) {

    Pace pace() {
        return new Pace(period, interval, mostAtOnce, retention);
    }
}

package io.latchkey.notification.worker;

import io.latchkey.notification.delivery.Backoff;
import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.delivery.Lane;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is sent at once, and how patiently.
 *
 * @param ahead more of each lane that are started, and wait for one of these calls in this process: what is started on
 *     arrival need not be queued and claimed, which are a write and a search. As many as can be called well within the lease;
 *     what comes too late for that is queued after all
 * @param smsCodes codes at the SMS provider at once
 * @param voiceCodes codes at the provider of calls at once
 * @param emailCodes codes at the mail server at once
 * @param others notices and reminders at once, per channel; they have no part in the places of codes
 * @param lease after which an attempt without an answer counts as lost; at least twice the longest call
 * @param poll how often one looks for what waits or was left
 * @param firstRetry the longest pause after the first call that failed
 * @param longestRetry the longest pause of all
 */
@Validated
@ConfigurationProperties("latchkey.notification.workers")
public record WorkerProperties(
        @DefaultValue("1000") @Min(0) int ahead,
        @DefaultValue("32") @Min(1) int smsCodes,
        @DefaultValue("16") @Min(1) int voiceCodes,
        @DefaultValue("16") @Min(1) int emailCodes,
        @DefaultValue("8") @Min(1) int others,

        @DefaultValue("30s") @DurationMin(seconds = 1) Duration lease,

        @DefaultValue("1s") @DurationMin(millis = 10) Duration poll,

        @DefaultValue("2s") @DurationMin(millis = 1) Duration firstRetry,

        @DefaultValue("1m") @DurationMin(millis = 1) Duration longestRetry) {

    /** How many may be started at once, in the order in which lanes are looked after. */
    public Map<Lane, Integer> places() {
        var places = new LinkedHashMap<>(calls());
        places.replaceAll((lane, calls) -> calls + ahead);
        return places;
    }

    /** How many may be at a provider at once. */
    public Map<Lane, Integer> calls() {
        var lanes = new LinkedHashMap<Lane, Integer>();
        lanes.put(new Lane(Channel.SMS, true), smsCodes);
        lanes.put(new Lane(Channel.VOICE, true), voiceCodes);
        lanes.put(new Lane(Channel.EMAIL, true), emailCodes);
        lanes.put(new Lane(Channel.SMS, false), others);
        lanes.put(new Lane(Channel.VOICE, false), others);
        lanes.put(new Lane(Channel.EMAIL, false), others);
        return lanes;
    }

    public Backoff backoff() {
        return new Backoff(firstRetry, longestRetry);
    }
}

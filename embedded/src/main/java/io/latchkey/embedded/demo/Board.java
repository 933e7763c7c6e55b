package io.latchkey.embedded.demo;

import static java.util.Comparator.comparing;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.schemas.EligibilityPage;
import io.latchkey.schemas.EligibilityReason;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.RegistrationStatus;
import io.latchkey.schemas.topics.Topic;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Predicate;

/** Where accounts stand, as everybody reads it who keeps the last value per key of the compacted topic. */
record Board(Stage stage, ReadApi api) {

    private static final Comparator<RegistrationStatus> AGE = comparing(
                    (RegistrationStatus status) -> status.getMetadata().getEpoch())
            .thenComparing(RegistrationStatus::getRevision);

    /** What the topic says once it reflects an event; the HTTP API must say the same. */
    Standing shows(AggregateKey account, EventMetadata event) {
        var reflected = stage.portal()
                .journal()
                .await(
                        "the event",
                        seen -> seen.metadata().filter(event::equals).isPresent());
        stage.portal()
                .journal()
                .await(
                        "the status of " + account.value() + " after event " + event.getSequence(),
                        seen -> isOf(account).test(seen)
                                && seen.content() instanceof RegistrationStatus status
                                && reflects(status.getMetadata(), event));
        var newest = stage.portal().journal().all(isOf(account)).stream()
                .filter(seen -> seen.is(RegistrationStatus.class))
                .max(comparing(seen -> (RegistrationStatus) Objects.requireNonNull(seen.content()), AGE))
                .orElseThrow();
        var standing = Standing.of(stage.shown(RegistrationStatus.class, newest, reflected.nanos()));
        stage.expect("the account over HTTP", standing, Standing.of(api.account(account)));
        stage.expect(
                "the eligibility over HTTP",
                standing.pageAndReason(),
                Standing.pageAndReason(api.eligibility(account)));
        return standing;
    }

    Standing shows(AggregateKey account, EventMetadata event, EligibilityPage page, EligibilityReason reason) {
        var standing = shows(account, event);
        stage.expect("the page and the reason", page + " " + reason, standing.pageAndReason());
        stage.expect("whether the account can reset", reason == EligibilityReason.ELIGIBLE, standing.capable());
        return standing;
    }

    /** Returns once the account's last value is a tombstone. */
    void isCleared(AggregateKey account) {
        stage.portal()
                .journal()
                .await(
                        "a tombstone on the status topic",
                        seen -> isOf(account).test(seen) && seen.raw().value() == null);
        var last = stage.portal().journal().all(isOf(account)).getLast();
        stage.expect("whether the last value is a tombstone", true, last.raw().value() == null);
    }

    private Predicate<Observed> isOf(AggregateKey account) {
        var topic = stage.portal().name(Topic.REGISTRATION_STATUS);
        return seen -> seen.topic().equals(topic) && seen.hasKey(account.value());
    }

    private static boolean reflects(EventMetadata status, EventMetadata event) {
        int epoch = status.getEpoch().compareTo(event.getEpoch());
        return epoch > 0 || (epoch == 0 && status.getSequence() >= event.getSequence());
    }
}

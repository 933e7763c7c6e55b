package io.latchkey.notification.mongo;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.WakingHours;
import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.Erasure;
import io.latchkey.notification.delivery.EventOrder;
import io.latchkey.notification.delivery.Lane;
import io.latchkey.notification.delivery.Message;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Queued;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.delivery.Reason;
import io.latchkey.notification.delivery.Remembered;
import io.latchkey.notification.delivery.Renewal;
import io.latchkey.notification.delivery.SealedText;
import io.latchkey.notification.queue.NotificationStore;
import io.latchkey.notification.queue.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store of notifications does. */
public interface NotificationStoreContract {

    Lane CODES = new Lane(Channel.SMS, true);

    /** An empty one for each test. */
    NotificationStore store();

    static Stream<Notification> everyState() {
        return Stream.of(
                forestalled(),
                queued(0, 0),
                queued(2, 1),
                started(1, 0),
                startedAndCancelled(2, 1),
                accepted(1, 0, SOON),
                rejected(0, 0, SOON, Reason.NO_PROVIDER),
                unknown(2, 2, SOON),
                expired(0, 0, EXPIRY),
                cancelled(0, 0, SOON),
                new Queued(saying(notice("a•••", true)), progress(0, 0), NOON),
                new Queued(saying(notice(null, false)), progress(0, 0), NOON),
                new Queued(saying(help(sealed("name"))), progress(0, 0), NOON),
                new Queued(saying(help(null)), progress(0, 0), NOON),
                new Queued(
                        saying(new Content.ReconfirmReminder(LATER, 2, new EventOrder(NOON, 7), null)),
                        progress(0, 0),
                        NOON),
                new Queued(
                        saying(new Content.ReconfirmReminder(
                                LATER, 2, new EventOrder(NOON, 7), WakingHours.in("Asia/Tokyo"))),
                        progress(0, 0),
                        NOON));
    }

    @ParameterizedTest
    @MethodSource("everyState")
    default void givesBackWhatWasInserted(Notification notification) {
        assertThat(store().insert(List.of(notification))).isEmpty();

        assertThat(store().load(Set.of(notification.id())))
                .containsExactly(Map.entry(notification.id(), Stored.first(notification)));
    }

    @Test
    default void insertsTheOthersWhereSomeAreThereAlready() {
        var other = with(new UUID(1, 1));
        store().insert(List.of(started(1, 0)));

        assertThat(store().insert(List.of(queued(0, 0), other))).containsExactly(ID);
        assertThat(store().load(Set.of(ID, other.id())).values())
                .containsExactlyInAnyOrder(Stored.first(started(1, 0)), Stored.first(other));
    }

    @Test
    default void replacesWhatNobodyChangedAndNamesTheOthers() {
        var other = with(new UUID(1, 1));
        store().insert(List.of(queued(0, 0), other));
        store().replace(List.of(new Stored<>(started(1, 0), 2)));

        var late = new Stored<>(cancelled(0, 0, SOON), 2);
        var inTime = new Stored<Notification>(ended(other), 2);

        assertThat(store().replace(List.of(late, inTime))).containsExactly(ID);
        assertThat(store().load(Set.of(ID, other.id())).values())
                .containsExactlyInAnyOrder(new Stored<>(started(1, 0), 2), inTime);
    }

    @Test
    default void hasWonTheRaceWhereTheVerySameIsThere() {
        store().insert(List.of(queued(0, 0)));
        var started = new Stored<>(started(1, 0), 2);
        store().replace(List.of(started));

        assertThat(store().replace(List.of(started))).isEmpty();
    }

    @Test
    default void neverBringsBackWhatWasRemoved() {
        store().insert(List.of(started(1, 0)));
        store().remove(Set.of(ID));

        assertThat(store().replace(List.of(new Stored<>(accepted(1, 0, SOON), 2))))
                .containsExactly(ID);
        assertThat(store().load(Set.of(ID))).isEmpty();
    }

    @Test
    default void findsWhatIsDueInItsLaneEldestFirst() {
        var eldest = new Queued(message(new UUID(1, 1)), progress(0, 0), NOON.minusSeconds(60));
        var notYet = new Queued(message(new UUID(1, 2)), progress(0, 0), LATER);
        var elsewhere = new Queued(message(new UUID(1, 3), Channel.EMAIL, EXPIRY), progress(0, 0), NOON);
        store().insert(List.of(queued(0, 0), notYet, eldest, elsewhere, ended(with(new UUID(1, 4)))));

        assertThat(store().due(CODES, NOON, 10)).containsExactly(Stored.first(eldest), Stored.first(queued(0, 0)));
        assertThat(store().due(CODES, NOON, 1)).containsExactly(Stored.first(eldest));
    }

    @Test
    default void findsALeaseThatRanOut() {
        store().insert(List.of(started(1, 0)));

        assertThat(store().due(CODES, LEASE.until().minusMillis(1), 10)).isEmpty();
        assertThat(store().due(CODES, LEASE.until(), 10)).containsExactly(Stored.first(started(1, 0)));
    }

    @Test
    default void findsEndsThatNobodyTold() {
        store().insert(List.of(accepted(1, 0, SOON), queuedElsewhere()));

        assertThat(store().untold(SOON.minusMillis(1), 10)).isEmpty();
        assertThat(store().untold(SOON, 10)).containsExactly(accepted(1, 0, SOON));
    }

    @Test
    default void recallsWhatItRemembersOfEachAccount() {
        var other = new Remembered(new AggregateKey("contoso", "u-2"), new Erasure(NOON, PROVEN), null);
        store().remember(List.of(ERASURE, other), EXPIRY);

        assertThat(store().recall(Set.of(ACCOUNT, new AggregateKey("contoso", "u-3"))))
                .containsExactly(Map.entry(ACCOUNT, ERASURE));
        assertThat(store().recall(Set.of())).isEmpty();
    }

    @Test
    default void addsToWhatItRemembersInAnyOrder() {
        var later = new Remembered(ACCOUNT, new Erasure(LATER, SENT), null);

        store().remember(List.of(later), EXPIRY);
        store().remember(List.of(ERASURE), EXPIRY);
        assertThat(store().recall(Set.of(ACCOUNT))).containsExactly(Map.entry(ACCOUNT, later));

        store().remember(List.of(renewed(LATER), ERASURE), EXPIRY);
        assertThat(store().recall(Set.of(ACCOUNT))).containsExactly(Map.entry(ACCOUNT, later.and(renewed(LATER))));
    }

    @Test
    default void remembersThatNothingIsDueAnyMore() {
        store().remember(List.of(renewed(null)), EXPIRY);

        assertThat(store().recall(Set.of(ACCOUNT))).containsExactly(Map.entry(ACCOUNT, renewed(null)));
    }

    @Test
    default void forgetsAccountsInTimeCountedFromWhatWasNew() {
        store().remember(List.of(ERASURE), LATER);
        store().remember(List.of(ERASURE), EXPIRY);

        store().forget(LATER.minusMillis(1));
        assertThat(store().recall(Set.of(ACCOUNT))).isNotEmpty();

        store().forget(LATER);
        assertThat(store().recall(Set.of(ACCOUNT))).isEmpty();
    }

    @Test
    default void findsWhatIsUnderWayOfAnAccount() {
        var stranger = new Queued(stranger(), progress(0, 0), NOON);
        store().insert(List.of(queued(0, 0), stranger, ended(with(new UUID(1, 1)))));

        assertThat(store().underWay(Set.of(ACCOUNT)))
                .containsExactlyInAnyOrder(Stored.first(queued(0, 0)), Stored.first(ended(with(new UUID(1, 1)))));
        assertThat(store().underWay(Set.of(new AggregateKey("contoso", "u-3")))).isEmpty();
    }

    @Test
    default void archivesOnceAndForgetsInTime() {
        store().archive(List.of(accepted(1, 0, SOON)), LATER);
        store().archive(List.of(unknown(2, 2, SOON), ended(with(new UUID(1, 1)))), EXPIRY);

        store().forget(LATER);

        assertThat(store().archived(Set.of(ID, new UUID(1, 1), new UUID(1, 2)))).containsExactly(new UUID(1, 1));
    }

    @Test
    default void forgetsACancellationWhoseMessageNeverCame() {
        store().insert(List.of(forestalled()));

        store().forget(SOON.plus(Duration.ofDays(14)).minusMillis(1));
        assertThat(store().load(Set.of(ID))).isNotEmpty();

        store().forget(SOON.plus(Duration.ofDays(14)));
        assertThat(store().load(Set.of(ID))).isEmpty();
    }

    @Test
    default void forgetsNothingThatIsUnderWay() {
        store().insert(List.of(started(1, 0)));

        store().forget(Instant.parse("2099-01-01T00:00:00Z"));

        assertThat(store().load(Set.of(ID))).isNotEmpty();
    }

    @Test
    default void mayBePreparedAgain() {
        store().prepare();
        store().prepare();

        assertThat(store().insert(List.of(started(1, 0)))).isEmpty();
    }

    private static Content notice(@Nullable String mask, boolean here) {
        return new Content.Notice(Content.Change.REMOVED, Content.Kind.EMAIL, mask, Content.Actor.ADMINISTRATOR, here);
    }

    private static Content help(@Nullable SealedText displayName) {
        return new Content.HelpWanted(Content.Page.NOT_ENABLED, Content.Why.POLICY_NONE, displayName, NOON);
    }

    private static Message saying(Content content) {
        return new Message(
                ID, ACCOUNT, content, Channel.EMAIL, METHOD, sealed("destination"), "de", EXPIRY, SENT, new UUID(7, 7));
    }

    private static Remembered renewed(@Nullable Instant dueAt) {
        return new Remembered(ACCOUNT, null, new Renewal(new EventOrder(NOON, 8), dueAt, SENT));
    }

    private static Message stranger() {
        return new Message(
                new UUID(1, 2),
                new AggregateKey("contoso", "u-2"),
                notice(null, false),
                Channel.SMS,
                METHOD,
                sealed("destination"),
                "en",
                EXPIRY,
                SENT,
                new UUID(7, 7));
    }

    private static Started with(UUID id) {
        return new Started(message(id), progress(1, 0), LEASE, null);
    }

    private static Finished ended(Started started) {
        return (Finished) DELIVERY.answer(started, started, new Answer.Accepted(), SOON);
    }

    private static Queued queuedElsewhere() {
        return new Queued(message(new UUID(1, 9), Channel.EMAIL, EXPIRY), progress(0, 0), NOON);
    }
}

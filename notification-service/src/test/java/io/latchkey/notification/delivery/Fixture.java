package io.latchkey.notification.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.notification.delivery.Notification.Accepted;
import io.latchkey.notification.delivery.Notification.Cancelled;
import io.latchkey.notification.delivery.Notification.Expired;
import io.latchkey.notification.delivery.Notification.Forestalled;
import io.latchkey.notification.delivery.Notification.Queued;
import io.latchkey.notification.delivery.Notification.Rejected;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.delivery.Notification.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One code to send, and every state that it can be in. */
public final class Fixture {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final Instant EXPIRY = NOON.plus(Duration.ofMinutes(5));
    public static final Instant SOON = NOON.plusSeconds(10);
    public static final Instant LATER = NOON.plusSeconds(60);
    public static final UUID ID = UUID.fromString("5b9c2a52-9fb1-4a4e-9a6c-0e7a1d1c9d01");
    public static final UUID METHOD = UUID.fromString("5b9c2a52-9fb1-4a4e-9a6c-0e7a1d1c9d02");
    public static final AggregateKey ACCOUNT = new AggregateKey("contoso", "u-1");
    public static final Cause SENT = new Cause(
            UUID.fromString("5b9c2a52-9fb1-4a4e-9a6c-0e7a1d1c9d03"),
            NOON,
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    public static final Cause PROVEN = new Cause(UUID.fromString("5b9c2a52-9fb1-4a4e-9a6c-0e7a1d1c9d04"), SOON, null);
    public static final Message MESSAGE = message(ID);

    public static final Lease LEASE = new Lease("one", NOON.plusSeconds(30));
    public static final Lease OTHER_LEASE = new Lease("two", LATER.plusSeconds(30));
    public static final Slot FREE = new Slot.Free("acme", LEASE);
    public static final Slot FREE_LATER = new Slot.Free("acme", OTHER_LEASE);
    public static final Slot BUSY = new Slot.Busy();
    public static final Slot NO_PROVIDER = new Slot.NoProvider();

    public static final Delivery DELIVERY = new Delivery(new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1)));

    public static final Cause ERASED = new Cause(UUID.fromString("5b9c2a52-9fb1-4a4e-9a6c-0e7a1d1c9d05"), LATER, null);
    public static final Remembered ERASURE = new Remembered(ACCOUNT, new Erasure(SOON, ERASED), null);

    private Fixture() {}

    public static Message message(UUID id) {
        return message(id, Channel.SMS, EXPIRY);
    }

    public static Message message(UUID id, Channel channel, Instant expiry) {
        return new Message(
                id,
                ACCOUNT,
                new Content.Code(sealed("digits"), 3, NOON),
                channel,
                METHOD,
                sealed("destination"),
                "en",
                expiry,
                SENT,
                new UUID(7, 7));
    }

    /** To the same destination, about something else than a code. */
    public static Message saying(UUID id, Content content, Channel channel, Instant at) {
        return new Message(
                id,
                ACCOUNT,
                content,
                channel,
                METHOD,
                sealed("destination"),
                "en",
                EXPIRY,
                new Cause(SENT.recordId(), at, null),
                new UUID(7, 7));
    }

    public static Content.Notice notice(Content.Change change) {
        return new Content.Notice(change, Content.Kind.PHONE, "•••• •••• 42", Content.Actor.PERSON, false);
    }

    public static SealedText sealed(String what) {
        return new SealedText("key-1", ("wrapped " + what).getBytes(UTF_8), ("cipher " + what).getBytes(UTF_8));
    }

    public static Progress progress(int calls, int lost) {
        return new Progress(NOON, calls, lost, calls == 0 ? null : "acme");
    }

    public static Forestalled forestalled() {
        return new Forestalled(ID, SOON, PROVEN);
    }

    public static Queued queued(int calls, int lost) {
        return new Queued(MESSAGE, progress(calls, lost), NOON);
    }

    public static Started started(int calls, int lost) {
        return new Started(MESSAGE, progress(calls, lost), LEASE, null);
    }

    public static Started startedAndCancelled(int calls, int lost) {
        return new Started(MESSAGE, progress(calls, lost), LEASE, PROVEN);
    }

    public static Accepted accepted(int calls, int lost, Instant at) {
        return new Accepted(MESSAGE, progress(calls, lost), at);
    }

    public static Rejected rejected(int calls, int lost, Instant at, Reason reason) {
        return new Rejected(MESSAGE, progress(calls, lost), at, reason);
    }

    public static Unknown unknown(int calls, int lost, Instant at) {
        return new Unknown(MESSAGE, progress(calls, lost), at);
    }

    public static Expired expired(int calls, int lost, Instant at) {
        return new Expired(MESSAGE, progress(calls, lost), at);
    }

    public static Cancelled cancelled(int calls, int lost, Instant at) {
        return new Cancelled(MESSAGE, progress(calls, lost), at, PROVEN);
    }
}

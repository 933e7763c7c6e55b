package io.latchkey.bench.preload;

import com.mongodb.client.MongoDatabase;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.notification.delivery.Remembered;
import io.latchkey.notification.kafka.IntakeConfiguration;
import io.latchkey.notification.kafka.Lifetimes;
import io.latchkey.notification.queue.NotificationStore;
import io.latchkey.notification.queue.Reader;
import io.latchkey.notification.queue.Request;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.SendCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What notification makes of records: reads the code that it would have sent, and remembers what it is told of accounts. */
record NotificationSide(Reader reader, Opener opener, NotificationStore store) {

    /** As long as notification keeps what has ended. */
    private static final Duration REMEMBERED = Duration.ofDays(14);

    static NotificationSide of(Vault vault, Topics topics, AvroValues values, MongoDatabase database) {
        var lifetimes = new Lifetimes(Duration.ofDays(3), Duration.ofDays(7));
        return new NotificationSide(
                IntakeConfiguration.reader(topics, values, lifetimes),
                vault.opener(KeyOwner.NOTIFICATION),
                Hidden.part(NotificationStore.class, "io.latchkey.notification.mongo", database));
    }

    String code(SendCode send) {
        var metadata = send.getMetadata();
        var account = new AggregateKey(metadata.getTenantId(), metadata.getUserId());
        return switch (opener.open(
                send.getCode(), new AssociatedData(AssociatedData.CODE, account, send.getCodeId()))) {
            case Opened.Readable(String digits) -> digits;
            case Opened.Unreadable() -> throw new IllegalStateException("a code is sealed for somebody else");
        };
    }

    List<Remembered> learns(List<InputRecord> events) {
        return events.stream().flatMap(this::learns).toList();
    }

    private Stream<Remembered> learns(InputRecord event) {
        return switch (reader.read(event)) {
            case Reader.Reading.Requests(List<Request> requests) ->
                requests.stream()
                        .filter(Request.Remember.class::isInstance)
                        .map(request -> ((Request.Remember) request).learned());
            case Reader.Reading.Undecodable undecodable ->
                throw new IllegalStateException(event + " is a dead letter: " + undecodable.reason());
        };
    }

    void remember(List<Remembered> learned) {
        store.remember(learned, Instant.now().plus(REMEMBERED));
    }
}

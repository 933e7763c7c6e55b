package io.latchkey.bench.floor;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.sealing.DataKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The floor as a process, which obeys {@link Orders}. */
public final class Floor implements AutoCloseable {

    private final List<AutoCloseable> parts = new ArrayList<>();
    private final FloorArguments arguments;
    private final FloorSettings settings;
    private final AvroValues values;
    private final MongoClient mongo;
    private final Tally tally = new Tally();
    private final FieldKey fieldKey = new FieldKey(new DataKey(DataKey.random()));

    private Floor(FloorArguments arguments) {
        this.arguments = arguments;
        this.settings = new FloorSettings(arguments);
        this.values = open(AvroValues.with(Map.of("schema.registry.url", arguments.schemaRegistry())));
        this.mongo = open(settings.mongo());
    }

    public static void main(String[] arguments) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        new Orders(start(FloorArguments.parse(arguments))).obey();
        Runtime.getRuntime().halt(0);
    }

    /** Returns when everything polls. */
    static Floor start(FloorArguments arguments) throws InterruptedException {
        var floor = new Floor(arguments);
        var keys = floor.open(Keys.announce(arguments, floor.settings, floor.values));
        var stages = List.of(
                floor.stage(floor.registration(keys)),
                floor.stage(floor.verification(keys)),
                floor.stage(floor.notification(keys)));
        for (var stage : stages) {
            stage.awaitPolling();
        }
        return floor;
    }

    private Hop registration(Keys keys) {
        var accounts = documents(RegistrationHop.NAME, RegistrationDocument.COLLECTION, tally);
        return new RegistrationHop(
                values, accounts, outbox(RegistrationHop.NAME), keys, fieldKey, Secret.of(DataKey.random()));
    }

    private Hop verification(Keys keys) {
        var accounts = documents(VerificationHop.NAME, VerificationDocument.COLLECTION, tally);
        var counters = new SendCounters(database(VerificationHop.NAME), tally);
        return new VerificationHop(
                values, accounts, counters, outbox(VerificationHop.NAME), keys, Secret.of(DataKey.random()));
    }

    private Hop notification(Keys keys) {
        var collections = new NotificationHop.Collections(
                documents(NotificationHop.NAME, NotificationDocument.UNDER_WAY, tally),
                documents(NotificationHop.NAME, NotificationDocument.DONE, tally),
                documents(NotificationHop.NAME, NotificationDocument.ACCOUNTS, tally));
        var provider = open(new Provider(arguments.smsUrl()));
        return new NotificationHop(values, collections, outbox(NotificationHop.NAME), keys, provider);
    }

    private Stage stage(Hop hop) {
        var watermarks = new Watermarks(database(hop.name()), hop.name(), tally);
        return open(Stage.start(hop, arguments, settings.consumer(hop.name()), watermarks));
    }

    private Outbox outbox(String hop) {
        return open(new Outbox(hop, arguments.prefix(), values, settings.producer(), tally));
    }

    private Documents documents(String hop, String collection, Tally counted) {
        return new Documents(database(hop), collection, counted);
    }

    private MongoDatabase database(String hop) {
        return mongo.getDatabase("floor-" + hop);
    }

    private <T extends AutoCloseable> T open(T part) {
        parts.addFirst(part);
        return part;
    }

    /** @param to excluded */
    void preload(int from, int to) {
        var uncounted = new Tally();
        new Preload(
                        documents(RegistrationHop.NAME, RegistrationDocument.COLLECTION, uncounted),
                        documents(VerificationHop.NAME, VerificationDocument.COLLECTION, uncounted),
                        fieldKey)
                .accounts(from, to);
    }

    Tally tally() {
        return tally;
    }

    /** What was opened last is closed first. */
    @Override
    public void close() {
        for (var part : parts) {
            close(part);
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot be closed", e);
        }
    }
}

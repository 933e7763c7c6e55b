package io.latchkey.bench.preload;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.messaging.mongo.Watermarks;
import io.latchkey.registration.policy.Policy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.bson.UuidRepresentation;

/** Writes accounts a thousand at a time, as many at once as there are processors. */
final class Preloading implements AutoCloseable {

    private static final int AT_ONCE = 1000;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final PreloadOptions options;
    private final MongoClient client;
    private final AvroValues values;
    private final Topics topics;
    private final Life.World world;
    private final Feed feed;

    Preloading(PreloadOptions options) {
        this.options = options;
        client = MongoClients.create(settings(options.mongodb()));
        values = AvroValues.with(
                Map.of("schema.registry.url", options.schemaRegistry().toString()));
        topics = new Topics(options.prefix(), 1, (short) 1, 1, false);
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        world = world(new Vault(options.secrets()), now);
        feed = new Feed(
                topics, options.logTime(now, Policy.DEFAULT.reconfirmation().after()));
    }

    private static MongoClientSettings settings(String mongodb) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongodb))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .build();
    }

    private Life.World world(Vault vault, Instant now) {
        return new Life.World(
                new Portal(topics, values, vault.sealer(), options.timeZone(now)),
                values,
                RegistrationSide.rules(vault, topics, values, client.getDatabase("registration")),
                VerificationSide.rules(vault, topics, values, client.getDatabase("verification")),
                NotificationSide.of(vault, topics, values, client.getDatabase("notification")));
    }

    /** Once it has returned, services that are started take nothing of what is written here for undelivered. */
    private void prepare() {
        var watermarks = Feed.watermarks(topics);
        new Watermarks(client.getDatabase("registration"), "registrations").raise(watermarks);
        new Watermarks(client.getDatabase("verification"), "verifications").raise(watermarks);
        RegistrationSide.makeIndexes(client.getDatabase("registration"));
        world.notification().store().prepare();
    }

    /**
     * @param written is told how many more are there
     * @return how many were there already
     */
    int run(IntConsumer written) {
        prepare();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var chunks = new ArrayList<Future<Integer>>();
            for (int first = options.from(); first < options.to(); first += AT_ONCE) {
                int from = first;
                int to = Math.min(first + AT_ONCE, options.to());
                chunks.add(threads.submit(() -> write(from, to, written)));
            }
            return known(chunks);
        }
    }

    private int write(int from, int to, IntConsumer written) {
        var life = new Life(world, feed, from, to);
        life.until(options.standing());
        int known = life.write();
        written.accept(to - from - known);
        return known;
    }

    private static int known(List<Future<Integer>> chunks) {
        int known = 0;
        try {
            for (var chunk : chunks) {
                known += chunk.get();
            }
        } catch (ExecutionException e) {
            chunks.forEach(chunk -> chunk.cancel(true));
            throw new IllegalStateException("accounts could not be written", e.getCause());
        } catch (InterruptedException e) {
            chunks.forEach(chunk -> chunk.cancel(true));
            Thread.currentThread().interrupt();
        }
        return known;
    }

    @Override
    public void close() {
        values.close();
        client.close();
    }
}

package io.latchkey.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.bench.work.Side;
import io.latchkey.infrastructure.process.Child;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.kafka.KafkaSettings;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Takes orders, a line each, until its standard input ends. {@link Order} says which. */
public final class Load {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final KafkaSettings settings;
    private final AvroValues values;
    private final Map<Side, Crowd> crowds = new ConcurrentHashMap<>();
    private final Provider provider = new Provider(this::reads);

    private Load(String bootstrapServers, String schemaRegistry) {
        settings = new KafkaSettings(Map.of("bootstrap.servers", bootstrapServers));
        values = AvroValues.with(Map.of("schema.registry.url", schemaRegistry));
    }

    /** The broker's address and the registry's. Answers first with the provider's port. */
    public static void main(String[] arguments) throws Exception {
        var load = new Load(arguments[0], arguments[1]);
        answer(Integer.toString(load.provider.port()));
        var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (var line = orders.readLine(); line != null; line = orders.readLine()) {
            answer(load.obey(Order.parse(line)));
        }
        Runtime.getRuntime().halt(0);
    }

    private void reads(String path, String body) {
        Text.of(body).ifPresent(text -> reads(path, text));
    }

    private void reads(String path, Text text) {
        for (var side : Side.values()) {
            if (side.path().equals(path)) {
                crowd(side).reads(text);
            }
        }
    }

    private String obey(Order order) throws InterruptedException {
        switch (order) {
            case Order.Meet(var side) -> crowds.put(side, new Crowd(side, settings, values));
            case Order.Saturate(var side, int from, int atOnce) -> crowd(side).saturates(from, atOnce);
            case Order.Arrive(var side, int from, double perSecond) ->
                crowd(side).arrives(from, perSecond);
            case Order.Record(var side) -> crowd(side).enrolments().record();
            case Order.End(var side) -> crowd(side).ends();
            case Order.Settle(var side) -> crowd(side).settles(PATIENCE);
            case Order.Tell(var side) -> {}
        }
        return told(crowd(order.side())).toString();
    }

    private static Standing told(Crowd crowd) {
        var enrolments = crowd.enrolments();
        return new Standing(
                System.nanoTime(),
                crowd.next(),
                enrolments.proven(),
                enrolments.rejected(),
                enrolments.underWay(),
                enrolments.times());
    }

    private Crowd crowd(Side side) {
        return Objects.requireNonNull(crowds.get(side), () -> side.name().toLowerCase(Locale.ROOT) + " was not met");
    }

    private static void answer(String what) {
        System.out.println(Child.ANSWER + " " + what);
        System.out.flush();
    }
}

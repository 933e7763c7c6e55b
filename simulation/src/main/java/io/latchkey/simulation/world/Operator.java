package io.latchkey.simulation.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.engine.DeadLetters;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.engine.Redrives;
import io.latchkey.messaging.engine.Redrives.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mends rules and redrives dead letters. */
final class Operator {

    private static final String FAILED = "DECISION_FAILED";

    private final World world;
    private final Set<Service> broken = EnumSet.noneOf(Service.class);
    private final List<InputRecord> deadLetters = new ArrayList<>();

    Operator(World world) {
        this.world = world;
    }

    boolean rulesBroken(Service service) {
        return broken.contains(service);
    }

    void breakRules(Service service) {
        broken.add(service);
    }

    void mendRules(Service service) {
        broken.remove(service);
    }

    void mendAllRules() {
        broken.clear();
    }

    void observe(InputRecord record) {
        if (record.header(DeadLetters.ID) != null && record.partition().topic().endsWith(".dlt")) {
            deadLetters.add(record);
        }
    }

    boolean had(InputRecord original) {
        var place = original.partition().id() + "@" + original.offset();
        return deadLetters.stream().anyMatch(letter -> place(letter).equals(place));
    }

    /** @return whether there was a dead letter */
    boolean redrive(int which) {
        if (deadLetters.isEmpty()) {
            return false;
        }
        redrive(deadLetters.get(which % deadLetters.size()));
        return true;
    }

    /** Of everything that failed the last attempt alone. */
    void redriveAllThatFailed() {
        Map<String, InputRecord> last = new LinkedHashMap<>();
        deadLetters.stream()
                .filter(letter -> FAILED.equals(text(letter, DeadLetters.REASON)))
                .forEach(letter ->
                        last.merge(place(letter), letter, (one, other) -> attempt(other) > attempt(one) ? other : one));
        last.values().forEach(this::redrive);
    }

    private void redrive(InputRecord letter) {
        var service = Arrays.stream(Service.values())
                .filter(one -> one.label().equals(text(letter, DeadLetters.SERVICE)))
                .findFirst()
                .orElseThrow();
        var original = new OutputRecord(letter.partition().topic(), letter.key(), letter.value(), letter.headers());
        var order = new Order("operator", "mended", world.now(), new UUID(0, 1));
        var topic = service.reader().redriveTopic();
        world.append(Redrives.redriven(topic, original, attempt(letter) + 1, order), "operator");
    }

    private static String place(InputRecord letter) {
        return text(letter, DeadLetters.TOPIC_ID) + "-" + text(letter, DeadLetters.PARTITION) + "@"
                + text(letter, DeadLetters.OFFSET);
    }

    private static int attempt(InputRecord letter) {
        var attempt = text(letter, Redrives.ATTEMPT);
        return attempt == null ? 0 : Integer.parseInt(attempt);
    }

    private static @Nullable String text(InputRecord record, String header) {
        var found = record.header(header);
        return found == null ? null : new String(found.value(), UTF_8);
    }
}

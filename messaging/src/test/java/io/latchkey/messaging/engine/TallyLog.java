package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.Preparation.Prepared;
import io.latchkey.messaging.engine.Tally.Command;
import io.latchkey.messaging.engine.Tally.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A log in memory whose records hold objects, and the codec between the two. */
final class TallyLog implements Log, Codec<Command, Outcome> {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final String EVENTS = "events";
    static final String SUMS = "sums";
    static final String REDRIVE = "tally.redrive";
    static final String TOTALS = "totals";

    /** Of a header that survives a store. */
    private static final String WHAT = "what";

    private final Map<InputRecord, Decoded<Command>> decoded = new HashMap<>();
    private final Map<String, List<InputRecord>> inputs = new HashMap<>();
    private final Map<String, Emitted> encoded = new HashMap<>();
    private final List<Emitted> emitted = new ArrayList<>();
    private final List<OutputRecord> deadLetters = new ArrayList<>();
    private final List<OutputRecord> totals = new ArrayList<>();
    private final Map<InputPartition, Long> committed = new HashMap<>();
    private int refusals;
    private int padding;
    private Instant now = START;

    /** What a reader of the topics sees. */
    record Emitted(
            String topic,
            UUID id,
            @Nullable UUID replyTo,
            long sequence,
            Instant epoch,
            Outcome outcome,
            @Nullable String destroyedKeyId) {}

    InputRecord command(String user, UUID id, Command command) {
        return append("commands", 0, user, new Origin.Command(id, false), command);
    }

    InputRecord append(String topic, int partition, String user, Origin origin, Command command) {
        return append(topic, partition, meaning(user, origin, command));
    }

    static Decoded<Command> meaning(String user, Origin origin, Command command) {
        var key = new AggregateKey("acme", user);
        Preparation<Command> preparation =
                () -> new Prepared<>(command, command.toString().getBytes(StandardCharsets.UTF_8));
        return new Decoded.Relevant<>(key, origin, new UUID(9, 9), preparation);
    }

    InputRecord append(String topic, int partition, Decoded<Command> meaning) {
        var input = append(topic, partition, new OutputRecord(topic, new byte[0], new byte[] {1}, List.of()));
        decoded.put(input, meaning);
        return input;
    }

    private InputRecord append(String topic, int partition, OutputRecord record) {
        var log = inputs.computeIfAbsent(topic + partition, any -> new ArrayList<>());
        now = now.plusMillis(1);
        var input = new InputRecord(
                new InputPartition(topic, new UUID(1, topic.hashCode()), partition),
                log.size(),
                now,
                record.key(),
                record.value(),
                record.headers());
        log.add(input);
        return input;
    }

    /** All of a partition, for a replay. */
    InputRecord[] records(String topic, int partition) {
        return inputs.getOrDefault(topic + partition, List.of()).toArray(InputRecord[]::new);
    }

    /** An operator redrives it, the n-th time. */
    InputRecord redrive(OutputRecord deadLetter, int attempt) {
        var order = new Redrives.Order("olga", "mended", now, new UUID(3, 3));
        return append(REDRIVE, 0, Redrives.redriven(REDRIVE, deadLetter, attempt, order));
    }

    /** The last dead letter that was produced. */
    OutputRecord deadLetter() {
        return deadLetters.getLast();
    }

    /** Until it means something else, reading this record throws. */
    void throwsOn(InputRecord record) {
        decoded.remove(record);
    }

    /** From now on the record means this. */
    void means(InputRecord record, Decoded<Command> meaning) {
        decoded.put(record, meaning);
    }

    /** The first record of a topic that was deleted and created again under its name. */
    InputRecord appendToAnewTopic(String user, UUID id, Command command) {
        var old = command(user, id, command);
        var anew = new InputRecord(
                new InputPartition("commands", new UUID(2, 2), 0), 0, old.logTime(), old.key(), old.value(), List.of());
        decoded.put(anew, Objects.requireNonNull(decoded.get(old)));
        return anew;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Every outcome from now on has a key of this size. */
    void padOutcomes(int bytes) {
        padding = bytes;
    }

    /** The next produce calls fail, after having written the first record of each. */
    void refuse(int calls) {
        refusals = calls;
    }

    List<Emitted> emitted() {
        return emitted;
    }

    /** What a reader keeps who drops repeats by id. */
    List<Emitted> distinct() {
        return emitted.stream().distinct().toList();
    }

    List<Outcome> outcomes() {
        return distinct().stream().map(Emitted::outcome).toList();
    }

    Map<InputPartition, Long> committed() {
        return committed;
    }

    @Override
    public Decoded<Command> decode(InputRecord input) {
        return Objects.requireNonNull(decoded.get(input));
    }

    @Override
    public String topicOf(Outcome outcome) {
        return outcome instanceof Outcome.Sum ? SUMS : EVENTS;
    }

    @Override
    public OutputRecord encode(Outcome outcome, Envelope envelope) {
        var emitted = new Emitted(
                topicOf(outcome),
                envelope.eventId(),
                envelope.commandId(),
                envelope.sequence(),
                envelope.epoch(),
                outcome,
                envelope.destroyedKeyId());
        encoded.put(emitted.toString(), emitted);
        return new OutputRecord(
                emitted.topic(),
                new byte[padding],
                outcome.toString().getBytes(StandardCharsets.UTF_8),
                List.of(Header.of(WHAT, emitted.toString())));
    }

    @Override
    public void produce(List<OutputRecord> records) {
        for (var output : records) {
            append(output);
            if (refusals > 0) {
                refusals--;
                throw new OutageException("the log refuses");
            }
        }
    }

    private void append(OutputRecord output) {
        var outcome = output.headers().stream()
                .filter(header -> header.name().equals(WHAT))
                .map(header -> encoded.get(new String(header.value(), StandardCharsets.UTF_8)))
                .findFirst()
                .orElse(null);
        if (output.topic().equals(TOTALS)) {
            totals.add(output);
        } else if (outcome == null) {
            deadLetters.add(output);
            emitted.add(deadLetter(output));
        } else {
            emitted.add(outcome);
        }
    }

    /** The compacted values as they were produced. */
    List<OutputRecord> totals() {
        return totals;
    }

    /** What a reader of the compacted topic knows; of a tombstone, that it is one. */
    Map<String, String> compacted() {
        var known = new HashMap<String, String>();
        totals.forEach(total -> known.put(
                new String(Objects.requireNonNull(total.key()), StandardCharsets.UTF_8), TallyValues.text(total)));
        return known;
    }

    private static Emitted deadLetter(OutputRecord output) {
        var headers = new HashMap<String, String>();
        output.headers().forEach(h -> headers.put(h.name(), new String(h.value(), StandardCharsets.UTF_8)));
        return new Emitted(
                output.topic(),
                UUID.fromString(headers.get(DeadLetters.ID)),
                null,
                0,
                Instant.EPOCH,
                new Outcome.Refused(String.valueOf(headers.get(DeadLetters.REASON))),
                null);
    }

    @Override
    public void commit(Map<InputPartition, Long> next) {
        committed.putAll(next);
    }
}

package io.latchkey.bench.preload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.bench.work.Population;
import io.latchkey.messaging.engine.Header;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.schemas.topics.Topic;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Where the records of a life that nobody lived would have been read. Their topics have ids that no real topic has, so that
 * no position in a document is ever taken for one of a real topic, and offsets that follow from account and step, so that
 * nothing that is derived from a place is ever the same for two.
 */
record Feed(Topics topics, Instant logTime) {

    private static final int STEPS = 3;

    /** In the order in which an engine gets them. */
    InputRecord command(Topic topic, int number, int step, byte[] value) {
        var key = Population.account(number).value().getBytes(UTF_8);
        return new InputRecord(partition(topic), offset(number, step), logTime, key, value, List.of());
    }

    InputRecord event(OutputRecord produced, int step) {
        var topic = topics.topic(produced.topic()).orElseThrow();
        var key = new String(produced.key(), UTF_8);
        var number = Population.ofUser(key.substring(key.indexOf('/') + 1));
        return new InputRecord(
                partition(topic), offset(number, step), logTime, produced.key(), produced.value(), produced.headers());
    }

    private static long offset(int number, int step) {
        return (long) step * Population.LARGEST + number;
    }

    /** Beyond every record that is ever fed: all that documents have pending counts as delivered. */
    static Map<String, Long> watermarks(Topics topics) {
        return Arrays.stream(Topic.values())
                .collect(Collectors.toMap(
                        topic ->
                                new Feed(topics, Instant.EPOCH).partition(topic).id(),
                        topic -> (long) STEPS * Population.LARGEST));
    }

    private InputPartition partition(Topic topic) {
        var name = topics.name(topic);
        return new InputPartition(name, UUID.nameUUIDFromBytes(("preload " + name).getBytes(UTF_8)), 0);
    }

    /** Whether a record is of this type, as its headers say. */
    static boolean is(OutputRecord record, String type) {
        return record.headers().stream()
                .filter(header -> header.name().equals("ce_type"))
                .map(Header::value)
                .anyMatch(value -> new String(value, UTF_8).equals(type));
    }
}

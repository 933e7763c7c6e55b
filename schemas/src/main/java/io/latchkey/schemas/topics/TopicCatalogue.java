package io.latchkey.schemas.topics;

import static io.latchkey.schemas.topics.Party.NOTIFICATION;
import static io.latchkey.schemas.topics.Party.OPERATORS;
import static io.latchkey.schemas.topics.Party.REGISTRATION;
import static io.latchkey.schemas.topics.Party.VERIFICATION;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All topics of one installation. Every topic has the same number of partitions, so that a key's records are on the same
 * partition of each and normally with the same instance.
 *
 * @param prefix {@code latchkey.} by default
 */
public record TopicCatalogue(String prefix, int partitions) {
    public static final String DEFAULT_PREFIX = "latchkey.";
    public static final int DEFAULT_PARTITIONS = 6;

    static final String DEAD_LETTERS = ".dlt";

    private static final Set<Party> SERVICES = EnumSet.of(REGISTRATION, VERIFICATION, NOTIFICATION);
    private static final int MAX_RECORD = 1 << 20;

    /** A dead letter holds its original whole, and why. */
    private static final int MAX_DEAD_LETTER = 2 << 20;

    public TopicCatalogue {
        if (partitions < 1) {
            throw new IllegalArgumentException("a topic needs a partition");
        }
    }

    /** The topics with records, each service's own redrive topic, and what dead letters each of them may leave. */
    public List<TopicDefinition> definitions() {
        return sources().flatMap(topic -> Stream.of(topic, deadLetters(topic))).toList();
    }

    /** Where operators put dead letters that one service is to read once more. */
    public String redriveName(Party service) {
        return prefix + service.name().toLowerCase(Locale.ROOT) + ".redrive.v1";
    }

    private Stream<TopicDefinition> sources() {
        return Stream.concat(
                Arrays.stream(Topic.values()).map(this::definition),
                SERVICES.stream().map(this::redrive));
    }

    private TopicDefinition definition(Topic topic) {
        return definition(topic.name(prefix), topic.retention(), MAX_RECORD, topic.access());
    }

    /** Operators read it too: it says who redrove what, and why. */
    private TopicDefinition redrive(Party service) {
        return definition(
                redriveName(service),
                Retention.days(7),
                MAX_RECORD,
                Access.writtenBy(OPERATORS).readBy(service, OPERATORS));
    }

    private TopicDefinition deadLetters(TopicDefinition topic) {
        var services = EnumSet.copyOf(topic.access().readers());
        services.retainAll(SERVICES);
        var access = new Access(services, EnumSet.of(OPERATORS));
        return definition(topic.name() + DEAD_LETTERS, Retention.days(14), MAX_DEAD_LETTER, access);
    }

    private TopicDefinition definition(String name, Retention retention, int maxMessage, Access access) {
        var config = new TreeMap<>(retention.config());
        config.put("max.message.bytes", Integer.toString(maxMessage));
        config.put("message.timestamp.type", "LogAppendTime");
        return new TopicDefinition(name, partitions, Map.copyOf(config), access);
    }
}

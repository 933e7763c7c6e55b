package io.latchkey.operations.dlt;

import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.operations.terminal.OperatorFailure;
import io.latchkey.schemas.topics.Party;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.schemas.topics.TopicCatalogue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters. */
final class FilterOptions {

    @Option(names = "--service", paramLabel = "NAME", description = "Only those of the service that failed.")
    private @Nullable Party service;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            description = "Only those of records of this topic, such as registration.commands.")
    private @Nullable String topic;

    @Option(
            names = "--dead-letter-reason",
            paramLabel = "REASON",
            description = "Only those that failed for this reason: ${COMPLETION-CANDIDATES}.")
    private @Nullable DeadLetterReason reason;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = SinceConverter.class,
            description = "Only those since then: a duration such as 90m, 24h, 7d or PT1H30M, or an instant such as"
                    + " 2026-01-31T12:00:00Z.")
    private @Nullable Instant since;

    @Option(names = "--key", paramLabel = "TENANT/USER", description = "Only those whose record key this is.")
    private @Nullable String key;

    boolean any() {
        return Stream.of(service, topic, reason, since, key).anyMatch(filter -> filter != null);
    }

    DeadLetterFilter filter(String prefix, @Nullable DeadLetterReason alsoReason) {
        return new DeadLetterFilter(
                Optional.ofNullable(service).map(party -> service(prefix, party)),
                Optional.ofNullable(topic).map(name -> original(prefix, name)),
                Optional.ofNullable(alsoReason == null ? reason : alsoReason).map(Enum::name),
                Optional.ofNullable(since),
                Optional.ofNullable(key));
    }

    private static String service(String prefix, Party party) {
        if (!names(prefix).contains(new TopicCatalogue(prefix, 1).redriveName(party))) {
            throw new OperatorFailure(
                    "--service " + party + " is no service: give registration, verification or" + " notification");
        }
        return party.name().toLowerCase(Locale.ROOT);
    }

    /** A topic may be given by its stem. */
    private static String original(String prefix, String name) {
        var known = names(prefix);
        return Stream.of(name, prefix + name, prefix + name + ".v1")
                .filter(known::contains)
                .findFirst()
                .orElseThrow(() -> new OperatorFailure("--topic " + name + " is none of the installation " + prefix
                        + "*: give one of " + stems() + ", or another --prefix"));
    }

    private static List<String> names(String prefix) {
        return new TopicCatalogue(prefix, 1)
                .definitions().stream().map(definition -> definition.name()).toList();
    }

    private static String stems() {
        return String.join(", ", Arrays.stream(Topic.values()).map(Topic::stem).toList());
    }
}

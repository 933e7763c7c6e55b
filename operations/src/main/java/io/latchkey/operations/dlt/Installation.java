package io.latchkey.operations.dlt;

import io.latchkey.operations.cluster.Cluster;
import io.latchkey.operations.cluster.ConnectionOptions;
import io.latchkey.operations.terminal.OperatorFailure;
import io.latchkey.schemas.topics.Party;
import io.latchkey.schemas.topics.TopicCatalogue;
import io.latchkey.schemas.topics.TopicDefinition;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The dead-letter and redrive topics of one installation. */
final class Installation {

    private static final String DEAD_LETTERS = ".dlt";

    private final Cluster cluster;
    private final TopicCatalogue catalogue;
    private final PrintWriter err;

    Installation(ConnectionOptions options, PrintWriter err) {
        this.cluster = options.connect();
        this.catalogue = new TopicCatalogue(options.prefix(), 1);
        this.err = err;
    }

    Cluster cluster() {
        return cluster;
    }

    /** Each dead letter that matches, and each once more where it was written again after it was redriven. */
    void deadLetters(DeadLetterFilter filter, RedriveLog redrives, Consumer<Appearance> appearances) {
        for (var topic : deadLetterTopics(filter)) {
            cluster.read(topic, filter.since(), () -> {
                var scan = new PartitionScan(redrives);
                return record -> {
                    var letter = new DeadLetter(record);
                    if (filter.matches(letter)) {
                        scan.appearance(letter).ifPresent(appearances);
                    }
                };
            });
        }
    }

    /** All that operators redrove. */
    void redrives(Consumer<Redriven> redriven) {
        redriveTopics().stream()
                .filter(cluster::has)
                .forEach(topic -> cluster.read(
                        topic, Optional.<Instant>empty(), () -> record -> redriven.accept(new Redriven(record))));
    }

    /** Empty for a service that this version does not know. */
    Optional<String> redriveTopic(String service) {
        return Arrays.stream(Party.values())
                .filter(party -> party.name().toLowerCase(Locale.ROOT).equals(service))
                .map(catalogue::redriveName)
                .filter(redriveTopics()::contains)
                .findFirst();
    }

    private List<String> redriveTopics() {
        var names = Arrays.stream(Party.values()).map(catalogue::redriveName).toList();
        return all().filter(names::contains).toList();
    }

    private List<String> deadLetterTopics(DeadLetterFilter filter) {
        var wanted = all().filter(name -> name.endsWith(DEAD_LETTERS))
                .filter(name -> !filter.excludes(name.substring(0, name.length() - DEAD_LETTERS.length())))
                .toList();
        var missing = wanted.stream().filter(name -> !cluster.has(name)).toList();
        if (missing.size() == wanted.size()) {
            throw new OperatorFailure("Kafka at " + cluster.address() + " has no topic "
                    + (wanted.size() == 1 ? wanted.getFirst() : catalogue.prefix() + "*" + DEAD_LETTERS)
                    + ", or does not let you see it: check --prefix and whether you may read it");
        }
        missing.forEach(
                name -> err.println("latchkey: " + name + " is left out: it does not exist or you may not see it"));
        return wanted.stream().filter(cluster::has).toList();
    }

    private Stream<String> all() {
        return catalogue.definitions().stream().map(TopicDefinition::name);
    }
}

package io.latchkey.schemas.topics;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** {@code docs/topics.md}, made from the catalogue. */
public final class TopicsPage {
    private static final Path FILE = Path.of("../docs/topics.md");
    private static final TopicCatalogue CATALOGUE =
            new TopicCatalogue(TopicCatalogue.DEFAULT_PREFIX, TopicCatalogue.DEFAULT_PARTITIONS);

    private TopicsPage() {}

    public static void write() throws IOException {
        Files.writeString(FILE, expected());
    }

    static String written() throws IOException {
        return Files.readString(FILE);
    }

    static String expected() {
        return """
                # Topics

                Made from the topic catalogue (`io.latchkey.schemas.topics`) by `mvn -pl schemas test -Dtest=ReleaseContracts`;
                a test fails where this page and the catalogue differ. Every topic has the same number of partitions, %d by
                default, and the broker's append time as timestamp. The prefix `%s` is the installation's.

                ## Who writes, who reads

                | topic | key | written by | read by | repeats known by |
                |---|---|---|---|---|
                %s%s
                A topic's dead letters are on `<topic>.dlt`, written by the services that read the topic, read by operators.

                ## What they carry

                %s
                ## As they are created

                | topic | settings |
                |---|---|
                %s""".formatted(
                        CATALOGUE.partitions(),
                        CATALOGUE.prefix(),
                        topics().map(TopicsPage::row).collect(joining()),
                        redriveTopics().map(TopicsPage::redriveRow).collect(joining()),
                        topics().map(TopicsPage::section).collect(joining("\n")),
                        CATALOGUE.definitions().stream().map(TopicsPage::row).collect(joining()));
    }

    private static Stream<Topic> topics() {
        return Arrays.stream(Topic.values());
    }

    private static Stream<TopicDefinition> redriveTopics() {
        var names = Arrays.stream(Party.values()).map(CATALOGUE::redriveName).collect(toSet());
        return CATALOGUE.definitions().stream().filter(topic -> names.contains(topic.name()));
    }

    private static String redriveRow(TopicDefinition topic) {
        return "| `%s` | the original's | %s | %s | the original's |\n"
                .formatted(
                        topic.name(),
                        names(topic.access().writers()),
                        names(topic.access().readers()));
    }

    private static String row(Topic topic) {
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        topic.name(CATALOGUE.prefix()),
                        words(topic.key()),
                        names(topic.writers()),
                        names(topic.readers()),
                        words(topic.numbering()));
    }

    private static String section(Topic topic) {
        return "### %s\n\n| record | |\n|---|---|\n%s"
                .formatted(
                        topic.name(CATALOGUE.prefix()),
                        topic.records().stream()
                                .sorted(Comparator.comparing(Class::getSimpleName))
                                .map(TopicsPage::row)
                                .collect(joining()));
    }

    private static String row(Class<? extends SpecificRecord> type) {
        return "| %s | %s |\n"
                .formatted(
                        type.getSimpleName(), SpecificData.get().getSchema(type).getDoc());
    }

    private static String row(TopicDefinition topic) {
        var settings = topic.config().entrySet().stream()
                .map(setting -> "`" + setting + "`")
                .sorted()
                .collect(joining(" "));
        return "| `%s` | %s |\n".formatted(topic.name(), settings);
    }

    private static String names(Set<Party> parties) {
        return parties.stream().map(TopicsPage::words).collect(joining(", "));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ').replaceFirst("^by ", "");
    }
}

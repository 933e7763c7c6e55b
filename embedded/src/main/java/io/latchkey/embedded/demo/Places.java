package io.latchkey.embedded.demo;

import static io.latchkey.embedded.scan.Haystack.Kind.COLLECTION;
import static io.latchkey.embedded.scan.Haystack.Kind.FILE;
import static io.latchkey.embedded.scan.Haystack.Kind.LOG;
import static io.latchkey.embedded.scan.Haystack.Kind.TOPIC;

import io.latchkey.embedded.scan.CollectionHaystacks;
import io.latchkey.embedded.scan.FileHaystacks;
import io.latchkey.embedded.scan.Haystack;
import io.latchkey.embedded.scan.TopicHaystacks;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where an installation leaves bytes.
 *
 * @param topics those of the installation; all of a broker of its own, internal ones too
 * @param databases likewise
 * @param data what the embedded broker and database write, if there are any
 * @param logs the directory of the services' logs
 */
record Places(
        String bootstrapServers,
        Predicate<String> topics,
        String mongoUri,
        Predicate<String> databases,
        Optional<Path> data,
        Path logs) {

    Set<Haystack.Kind> kinds() {
        return data.isPresent() ? EnumSet.allOf(Haystack.Kind.class) : EnumSet.of(TOPIC, COLLECTION, LOG);
    }

    Stream<Haystack> haystacks() {
        return Stream.of(
                        TopicHaystacks.of(bootstrapServers, topics),
                        CollectionHaystacks.of(mongoUri, databases),
                        data.stream().flatMap(directory -> FileHaystacks.of(FILE, directory, Places::holdsContent)),
                        FileHaystacks.of(LOG, logs, _ -> true))
                .flatMap(haystacks -> haystacks);
    }

    /** Kafka's indexes hold offsets and times only, and are mostly the empty space that is set aside for them. */
    private static boolean holdsContent(Path file) {
        return !file.toString().endsWith("index");
    }
}

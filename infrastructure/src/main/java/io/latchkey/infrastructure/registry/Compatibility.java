package io.latchkey.infrastructure.registry;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Which readers and writers of a subject's schemas must understand each other. */
enum Compatibility {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean newReadsOld;
    private final boolean oldReadsNew;
    private final boolean transitive;

    Compatibility(boolean newReadsOld, boolean oldReadsNew, boolean transitive) {
        this.newReadsOld = newReadsOld;
        this.oldReadsNew = oldReadsNew;
        this.transitive = transitive;
    }

    static Compatibility of(String name) {
        return Arrays.stream(values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidLevel(name));
    }

    /**
     * What stands against a new schema; empty where nothing does.
     *
     * @param earlier oldest first
     */
    List<String> objections(Schema candidate, List<Schema> earlier) {
        var compared = transitive || earlier.isEmpty() ? earlier : List.of(earlier.getLast());
        return compared.stream().flatMap(old -> objections(candidate, old)).toList();
    }

    private Stream<String> objections(Schema candidate, Schema old) {
        return Stream.concat(
                newReadsOld ? reads(candidate, old) : Stream.empty(),
                oldReadsNew ? reads(old, candidate) : Stream.empty());
    }

    private static Stream<String> reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(Compatibility::text);
    }

    private static String text(Incompatibility incompatibility) {
        return incompatibility.getType() + " at " + incompatibility.getLocation() + ": " + incompatibility.getMessage();
    }
}

package io.latchkey.schemas.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/**
 * A version of a record's schema that may have been used: {@code released/<record>/<version>.avsc}, beside it what it
 * wrote as {@code .avro} (Avro binary) and what that means as {@code .json}. Never changed once committed.
 */
record Released(RecordType type, int version) {
    private static final Path FOLDER = Path.of("src/test/resources/released");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Released> of(RecordType type) {
        return Stream.iterate(new Released(type, 1), Released::next)
                .takeWhile(released -> Files.exists(released.schemaFile()))
                .toList();
    }

    static Stream<Released> all() {
        return RecordType.all().flatMap(type -> of(type).stream());
    }

    Schema schema() {
        try {
            return new SchemaParser().parse(schemaFile()).mainSchema();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes(SampleData sample) {
        try {
            return Files.readAllBytes(bytesFile(sample));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(SampleData sample) {
        try {
            return Files.readString(textFile(sample));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes today's schema for this version. */
    void write() throws IOException {
        Files.createDirectories(schemaFile().getParent());
        for (var sample : SampleData.values()) {
            var record = sample.of(type.schema());
            Files.write(bytesFile(sample), Golden.bytes(record));
            Files.writeString(textFile(sample), pretty(Golden.text(record)));
        }
        Files.writeString(schemaFile(), type.schema().toString(true) + "\n");
    }

    Released next() {
        return new Released(type, version + 1);
    }

    private static String pretty(String json) throws IOException {
        return JSON.readTree(json).toPrettyString() + "\n";
    }

    private Path schemaFile() {
        return file("avsc");
    }

    private Path bytesFile(SampleData sample) {
        return file(sample.name().toLowerCase(Locale.ROOT) + ".avro");
    }

    private Path textFile(SampleData sample) {
        return file(sample.name().toLowerCase(Locale.ROOT) + ".json");
    }

    private Path file(String ending) {
        return FOLDER.resolve(type.name()).resolve(version + "." + ending);
    }

    @Override
    public String toString() {
        return type + " " + version;
    }
}

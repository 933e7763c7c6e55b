package io.latchkey.schemas.release;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.latchkey.schemas.requirements.CoveragePage;
import io.latchkey.schemas.topics.TopicsPage;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Not a test: writes what the tests compare with, and runs only when asked for by name,
 * {@code mvn -pl schemas test -Dtest=ReleaseContracts}. What it writes is to be reviewed and committed.
 */
class ReleaseContracts {

    static Stream<RecordType> types() {
        return RecordType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void releaseWhatHasChanged(RecordType type) throws IOException {
        var released = Released.of(type);
        assumeThat(released.stream().map(Released::schema)).doesNotContain(type.schema());
        new Released(type, released.size() + 1).write();
    }

    @Test
    void writeTheTopicsPage() throws IOException {
        TopicsPage.write();
    }

    @Test
    void writeTheCoveragePage() throws IOException {
        CoveragePage.write();
    }
}

package io.latchkey.embedded.demo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.latchkey.infrastructure.Ports;
import io.latchkey.schemas.MethodRegistered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of {@code latchkey up} in the middle of a thousand registrations, and a restart. */
class KillTest {

    private static final int ACCOUNTS = 100;
    private static final int REGISTRATIONS = 1_000;
    private static final int PORTAL_THREADS = 8;
    private static final int REPLIES_BEFORE_THE_KILL = 200;

    @TempDir
    Path directory;

    @Test
    @Tag("SPEC-2.7b")
    void everyAcknowledgedCommandHasExactlyOneReply() throws Exception {
        int base = freeBase();
        var up = up(base);
        try (var portal = new Portal(address(base));
                var threads = Executors.newFixedThreadPool(PORTAL_THREADS)) {
            var people = Stream.generate(() -> Somebody.unknown(portal))
                    .limit(ACCOUNTS)
                    .toList();
            for (var person : people) {
                person.person().isProvisioned("someone@corp.example", "Someone");
            }
            var sending = IntStream.range(0, REGISTRATIONS)
                    .mapToObj(i -> registration(people.get(i % ACCOUNTS), i))
                    .map(threads::submit)
                    .toList();
            portal.journal().awaitAll("replies", REPLIES_BEFORE_THE_KILL, seen -> seen.is(MethodRegistered.class));

            up.destroyForcibly().waitFor();
            assertThat(portal.journal().all(seen -> seen.is(MethodRegistered.class)))
                    .hasSizeLessThan(REGISTRATIONS);
            up = up(base);

            var acknowledged = acknowledged(sending);
            assertThat(acknowledged).hasSizeGreaterThan(REPLIES_BEFORE_THE_KILL);
            var tally = new Tally(portal.journal());
            await().pollInterval(1, SECONDS)
                    .atMost(90, SECONDS)
                    .until(() -> tally.withoutOneReply(acknowledged).isEmpty());
            portal.awaitsQuiet();
            assertThat(tally.withoutOneReply(acknowledged)).isEmpty();
            assertThat(tally.deadLetters()).isZero();
        } finally {
            up.destroyForcibly().waitFor();
        }
    }

    private static Callable<Sent> registration(Somebody somebody, int number) {
        return () -> somebody.person().registersEmail("kill." + number + "@example.org");
    }

    /** What the broker did not acknowledge in time may or may not be in the log, and promises nothing. */
    private static List<Sent> acknowledged(List<Future<Sent>> sending) throws InterruptedException {
        var acknowledged = new ArrayList<Sent>();
        for (var sent : sending) {
            try {
                acknowledged.add(sent.get());
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(Difference.class);
            }
        }
        return acknowledged;
    }

    private Process up(int base) throws IOException {
        var output = Files.createTempFile(directory, "up", ".out");
        var data = directory.resolve("data").toString();
        var process = Command.latchkey("up", "--data", data, "--port-base", Integer.toString(base))
                .redirectOutput(output.toFile())
                .start();
        await().atMost(60, SECONDS).until(() -> Files.readString(output).contains("Latchkey is up"));
        return process;
    }

    private static Address address(int base) {
        return new Address("127.0.0.1:" + (base + 92), "http://127.0.0.1:" + (base + 81), "latchkey.", List.of());
    }

    private static int freeBase() {
        return Stream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 60_000))
                .filter(base -> IntStream.rangeClosed(base, base + 93).noneMatch(Ports::inUse))
                .findFirst()
                .orElseThrow();
    }
}

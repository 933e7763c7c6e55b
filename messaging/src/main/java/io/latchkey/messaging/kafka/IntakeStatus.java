package io.latchkey.messaging.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a service does not take records at the moment, if it does not; for readiness. Thread-safe. */
public final class IntakeStatus {

    private static final String STARTING = "start";
    private final Map<String, String> problems = new ConcurrentSkipListMap<>();
    private final List<Supplier<Optional<String>>> watched = new CopyOnWriteArrayList<>();

    public IntakeStatus() {
        problem(STARTING, "the consumer has no partitions yet");
    }

    /** @param reason shown to operators; holds no personal value */
    public void problem(String what, String reason) {
        problems.put(what, reason);
    }

    public void solved(String what) {
        problems.remove(what);
    }

    /** @param problem asked each time, by any thread; likewise shown to operators */
    public void watch(Supplier<Optional<String>> problem) {
        watched.add(problem);
    }

    void started() {
        solved(STARTING);
    }

    /** Empty where records are taken. */
    public Optional<String> reason() {
        var reasons = Stream.concat(
                        problems.values().stream(),
                        watched.stream().map(Supplier::get).flatMap(Optional::stream))
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? Optional.empty() : Optional.of(reasons);
    }
}

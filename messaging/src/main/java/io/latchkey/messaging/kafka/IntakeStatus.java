package io.latchkey.messaging.kafka;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Why a service does not take records at the moment, if it does not; for readiness. Thread-safe. */
public final class IntakeStatus {

    private static final String STARTING = "start";
    private final Map<String, String> problems = new ConcurrentSkipListMap<>();

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

    void started() {
        solved(STARTING);
    }

    /** Empty where records are taken. */
    public Optional<String> reason() {
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems.values()));
    }
}

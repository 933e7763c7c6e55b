package io.latchkey.notification.provider;

import io.latchkey.notification.delivery.Answer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/**
 * Observes every call as {@code latchkey.notification.call}, by provider and answer: a timer, and a span where traced. No
 * exception is shown to either: its text may quote what was sent.
 */
public final class MeasuredProvider<L extends Letter> implements Provider<L> {

    private final Provider<L> provider;
    private final ObservationRegistry observations;

    public MeasuredProvider(Provider<L> provider, ObservationRegistry observations) {
        this.provider = provider;
        this.observations = observations;
    }

    @Override
    public String name() {
        return provider.name();
    }

    @Override
    public Answer send(L letter) {
        var observation = Observation.createNotStarted("latchkey.notification.call", observations)
                .lowCardinalityKeyValue("provider", name())
                .lowCardinalityKeyValue("answer", "NONE");
        observation.start();
        try (var _ = observation.openScope()) {
            var answer = provider.send(letter);
            observation.lowCardinalityKeyValue("answer", answer.getClass().getSimpleName());
            return answer;
        } finally {
            observation.stop();
        }
    }
}

package io.latchkey.simulation.world;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Refusal;
import io.latchkey.messaging.engine.Codec;
import io.latchkey.messaging.engine.Decoded;
import io.latchkey.messaging.engine.Envelope;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.engine.Preparation.Prepared;
import io.latchkey.schemas.PolicyDefined;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers which record led to which decision, until the aggregate is written or loaded again. */
final class Recorder<S, C, O> {

    private final Facts facts;
    private final Map<C, Fed> fed = new IdentityHashMap<>();
    private final Map<String, Map<Fed, Optional<Decided<S, C, O>>>> made = new HashMap<>();
    private long reads;
    private @Nullable PolicyDefined policy;

    Recorder(Facts facts) {
        this.facts = facts;
    }

    /**
     * A record as it was read once. Its place alone is not enough: the original and what was redriven of it may be in one
     * batch after a restore, and both are decided.
     */
    private record Fed(long read, InputRecord input, String key) {}

    /** What is decided from here on starts from what is stored. */
    void loaded(Set<String> keys) {
        keys.forEach(made::remove);
    }

    /** What led to the document that is written, in order. */
    List<Decided<S, C, O>> decisions(String key) {
        return made.getOrDefault(key, Map.of()).values().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private void record(Fed source, Decided<S, C, O> decided) {
        facts.decided(decided);
        of(source).put(source, Optional.of(decided));
    }

    /**
     * Decided again after an outage: what was decided of it and after it will be, too, and otherwise perhaps. What the
     * decision of a record throws leaves its place empty.
     */
    private void begin(Fed source) {
        var ofKey = of(source);
        if (ofKey.containsKey(source)) {
            var order = List.copyOf(ofKey.keySet());
            ofKey.keySet().removeAll(order.subList(order.indexOf(source), order.size()));
        }
        ofKey.put(source, Optional.empty());
    }

    private Map<Fed, Optional<Decided<S, C, O>>> of(Fed source) {
        return made.computeIfAbsent(source.key(), any -> new LinkedHashMap<>());
    }

    /** What is looked up while a record is decided is noted with the decision. */
    PolicyLookup policies(PolicyLookup known) {
        return tenant -> {
            policy = known.of(tenant);
            return policy;
        };
    }

    Codec<C, O> codec(Codec<C, O> codec, Faults faults) {
        return new Codec<>() {
            @Override
            public Decoded<C> decode(InputRecord input) {
                return remember(faults.ask(Port.DECODE, () -> codec.decode(input)), input);
            }

            @Override
            public String topicOf(O outcome) {
                return codec.topicOf(outcome);
            }

            @Override
            public OutputRecord encode(O outcome, Envelope envelope) {
                return faults.ask(Port.ENCODE, () -> codec.encode(outcome, envelope));
            }
        };
    }

    private Decoded<C> remember(Decoded<C> decoded, InputRecord input) {
        return decoded instanceof Decoded.Relevant<C> record
                ? new Decoded.Relevant<>(record.key(), record.origin(), record.correlationId(), () -> {
                    Prepared<C> prepared = record.preparation().prepare();
                    fed.put(
                            prepared.command(),
                            new Fed(++reads, input, record.key().value()));
                    return prepared;
                })
                : decoded;
    }

    Decider<S, C, O> decider(Decider<S, C, O> decider) {
        return new Decider<>() {
            @Override
            public Decision<S, O> decide(@Nullable S state, C command, Context context) {
                var source = Objects.requireNonNull(fed.get(command), "every command was decoded");
                begin(source);
                policy = null;
                var decision = decider.decide(state, command, context);
                record(source, new Decided<>(source.input(), state, command, context, policy, decision));
                return decision;
            }

            @Override
            public O refused(C command, Refusal refusal) {
                return decider.refused(command, refusal);
            }

            @Override
            public long generation(S state) {
                return decider.generation(state);
            }

            @Override
            public Set<Counter> reservations(@Nullable S state, C command, Instant now) {
                return decider.reservations(state, command, now);
            }
        };
    }
}

package io.latchkey.simulation.mutants;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Randomness;
import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.AggregateDocument.Pending;
import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Intake;
import io.latchkey.messaging.engine.Log;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.engine.Store;
import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.queue.Sender;
import io.latchkey.registration.aggregate.Command;
import io.latchkey.registration.method.MethodCommand;
import io.latchkey.simulation.proof.Promise.Violation;
import io.latchkey.simulation.world.Wiring;
import io.latchkey.verification.code.Challenge.Open;
import io.latchkey.verification.code.Verification;
import io.latchkey.verification.code.VerificationCommand;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the algorithm would be without one of its rules, with what that rule prevents and the seed of a schedule that shows
 * it. {@link MutantSearch} finds new seeds when schedules are made otherwise, as by a new kind of action.
 */
enum Mutant implements Wiring {
    KEEP_ONLY_THE_LAST_OUTCOME("1", 1L) {
        @Override
        public <S> Store<S> store(Store<S> store, Surroundings around) {
            return new StoreWrapper<>(store) {
                @Override
                public Set<String> write(Collection<AggregateDocument<S>> documents) {
                    return super.write(documents.stream()
                            .map(document -> withPending(document, last(document.pending())))
                            .toList());
                }
            };
        }

        private List<Pending> last(List<Pending> pending) {
            return pending.isEmpty() ? pending : List.of(pending.getLast());
        }
    },

    RAISE_THE_WATERMARK_BEFORE_THE_PRODUCE("1", 1L) {
        /** The batch that an instance of this wiring works on is known to its intake only. */
        private final ThreadLocal<Map<Surroundings, Map<String, Long>>> batches = ThreadLocal.withInitial(HashMap::new);

        @Override
        public Intake intake(Intake intake, Surroundings around) {
            return new IntakeWrapper(intake) {
                @Override
                public BatchRun begin(List<InputRecord> batch) {
                    var last = new HashMap<String, Long>();
                    batch.forEach(record -> last.put(record.partition().id(), record.offset()));
                    batches.get().put(around, last);
                    return super.begin(batch);
                }
            };
        }

        @Override
        public <S> Log log(Log log, Store<S> store, Surroundings around) {
            return new LogWrapper(log) {
                @Override
                public void produce(List<OutputRecord> records) {
                    store.raise(batches.get().getOrDefault(around, Map.of()));
                    super.produce(records);
                }
            };
        }
    },

    SKIP_THE_COMPARE_AND_SET("5", 807013244984872231L) {
        @Override
        public <S> Store<S> store(Store<S> store, Surroundings around) {
            return new StoreWrapper<>(store) {
                /** Whatever version is stored, the next one is written over it. */
                @Override
                public Set<String> write(Collection<AggregateDocument<S>> documents) {
                    var left = List.copyOf(documents);
                    for (int ahead = 1; !left.isEmpty() && ahead < 100; ahead++) {
                        var lost = super.write(left);
                        left = left.stream()
                                .filter(document -> lost.contains(document.key()))
                                .map(document -> withVersion(document, document.version() + 1))
                                .toList();
                    }
                    return Set.of();
                }
            };
        }
    },

    PRUNE_BY_THE_GROUPS_COMMITTED_OFFSET("1", 8392123148533390784L) {
        @Override
        public <S> Store<S> store(Store<S> store, Surroundings around) {
            return new StoreWrapper<>(store) {
                @Override
                public Map<String, AggregateDocument<S>> load(Set<String> keys) {
                    var loaded = new HashMap<>(super.load(keys));
                    loaded.replaceAll((key, document) -> withPending(
                            document,
                            document.pending().stream()
                                    .filter(pending -> committed(pending.partition()) <= pending.offset())
                                    .toList()));
                    return loaded;
                }

                private long committed(String partition) {
                    return around.partitions().stream()
                            .filter(existing -> existing.id().equals(partition))
                            .mapToLong(around::committed)
                            .findFirst()
                            .orElse(-1);
                }
            };
        }
    },

    DO_NOT_EMIT_PENDING_FIRST("5", 1L) {
        @Override
        public <S> Store<S> store(Store<S> store, Surroundings around) {
            return new StoreWrapper<>(store) {
                private final Map<String, List<Pending>> held = new HashMap<>();

                @Override
                public Map<String, AggregateDocument<S>> load(Set<String> keys) {
                    var loaded = new HashMap<>(super.load(keys));
                    loaded.forEach((key, document) -> held.put(key, document.pending()));
                    loaded.replaceAll((key, document) -> withPending(document, List.of()));
                    return loaded;
                }

                @Override
                public Set<String> write(Collection<AggregateDocument<S>> documents) {
                    return super.write(documents.stream()
                            .map(document -> withPending(document, both(document)))
                            .toList());
                }

                private List<Pending> both(AggregateDocument<S> document) {
                    var both = new ArrayList<>(held.getOrDefault(document.key(), List.of()));
                    both.addAll(document.pending());
                    return both;
                }
            };
        }
    },

    RETRY_A_PROVIDER_BLINDLY("3, 4", -503816729283472011L) {
        @Override
        public Sender sender(Sender sender, Surroundings around) {
            return attempt -> {
                var answer = sender.send(attempt);
                return answer instanceof Answer.Lost ? new Answer.RetryAfter(Duration.ZERO) : answer;
            };
        }
    },

    RESET_GUESSES_ON_RESEND("6", -8012828836862217458L) {
        @Override
        public <S, C, O> Decider<S, C, O> decider(Decider<S, C, O> decider, Surroundings around) {
            return new DeciderWrapper<>(decider) {
                @Override
                public Decision<S, O> decide(@Nullable S state, C command, Context context) {
                    var decision = super.decide(state, command, context);
                    return command instanceof VerificationCommand.ResendCode ? forgiven(decision) : decision;
                }
            };
        }

        @SuppressWarnings("unchecked")
        private <S, O> Decision<S, O> forgiven(Decision<S, O> decision) {
            return decision.next() instanceof Verification next
                    ? new Decision<>((S) forgiven(next), decision.outcomes(), decision.remembered())
                    : decision;
        }

        private Verification forgiven(Verification state) {
            var challenges = state.challenges().stream()
                    .map(challenge -> challenge instanceof Open open
                            ? new Open(open.method(), open.code(), open.superseded(), 0, open.guessBudget())
                            : challenge)
                    .toList();
            return new Verification(state.account(), state.standing(), state.sends(), state.guesses(), challenges);
        }
    },

    JUDGE_EXPIRY_BY_THE_MACHINES_CLOCK("2, 8", -1920098847342316927L) {
        @Override
        public <S, C, O> Decider<S, C, O> decider(Decider<S, C, O> decider, Surroundings around) {
            return new DeciderWrapper<>(decider) {
                @Override
                public Decision<S, O> decide(@Nullable S state, C command, Context context) {
                    return super.decide(
                            state,
                            command,
                            command instanceof VerificationCommand.SubmitCode
                                    ? new Context(
                                            around.clock().instant(),
                                            context.random(),
                                            context.reserved(),
                                            context.generation())
                                    : context);
                }
            };
        }
    },

    REJECT_AN_UNKNOWN_ACCOUNT_WITHOUT_A_DOCUMENT("1", 8042142155559163816L) {
        @Override
        public <S> Store<S> store(Store<S> store, Surroundings around) {
            return new StoreWrapper<>(store) {
                @Override
                public Set<String> write(Collection<AggregateDocument<S>> documents) {
                    return super.write(documents.stream()
                            .filter(AggregateDocument::existed)
                            .toList());
                }
            };
        }
    },

    START_FROM_THE_COMMITTED_OFFSET_AFTER_A_RESTORE("1", 8196980753821780235L) {
        @Override
        public <S> Store<S> store(Store<S> store, Surroundings around) {
            return new StoreWrapper<>(store) {
                @Override
                public Progress progress() {
                    var progress = super.progress();
                    var delivered = new HashMap<>(progress.delivered());
                    for (var partition : around.partitions()) {
                        delivered.merge(partition.id(), around.committed(partition) - 1, Math::max);
                    }
                    return new Progress(delivered, progress.skipped(), progress.restoredAt());
                }
            };
        }
    },

    DRAW_CODES_ANEW("7 decided again", -8797857673641491083L) {
        @Override
        public <S, C, O> Decider<S, C, O> decider(Decider<S, C, O> decider, Surroundings around) {
            return new DeciderWrapper<>(decider) {
                private int decisions;

                @Override
                public Decision<S, O> decide(@Nullable S state, C command, Context context) {
                    int decision = decisions++;
                    Randomness anew = ordinal -> ByteBuffer.allocate(32)
                            .put(context.random().bytes(ordinal))
                            .putInt(0, decision)
                            .putLong(8, around.clock().instant().toEpochMilli())
                            .array();
                    return super.decide(
                            state, command, new Context(context.now(), anew, context.reserved(), context.generation()));
                }
            };
        }
    },

    DELETE_A_DOCUMENT_ON_ERASURE("13", 7455107161863376737L) {
        @Override
        public <S> Store<S> store(Store<S> store, Surroundings around) {
            return new DeletingStore<>(store);
        }
    },

    KEEP_THE_KEY_OF_AN_ERASED_ACCOUNT("13", 1L) {
        @Override
        public <S> Store<S> store(Store<S> store, Surroundings around) {
            return new StoreWrapper<>(store) {
                @Override
                public void destroy(Set<String> keyIds) {}
            };
        }
    },

    TELL_A_COMPACTED_VALUE_WITHOUT_COMPARING("12", 4881649953144289052L) {
        @Override
        public <S> Store<S> store(Store<S> store, Surroundings around) {
            return new CredulousStore<>(store);
        }
    },

    ANNOUNCE_A_DUE_DATE_AND_FORGET_IT("11 one", -4689498862643123097L) {
        @Override
        public <S, C, O> Decider<S, C, O> decider(Decider<S, C, O> decider, Surroundings around) {
            return new DeciderWrapper<>(decider) {
                @Override
                public Decision<S, O> decide(@Nullable S state, C command, Context context) {
                    var decision = super.decide(state, command, context);
                    return command instanceof Command.ToAccount(MethodCommand.ReconfirmTick any)
                            ? new Decision<>(state, decision.outcomes(), decision.remembered())
                            : decision;
                }
            };
        }
    };

    private final String invariant;
    private final long seed;

    Mutant(String invariant, long seed) {
        this.invariant = invariant;
        this.seed = seed;
    }

    /** Whether this is what the missing rule is there to prevent, rather than that the rule is missed. */
    boolean explains(Violation violation) {
        return violation.invariant().startsWith(invariant);
    }

    /** Of a schedule in which the invariants notice. */
    long seed() {
        return seed;
    }

    /** An intake that does as it is told. */
    private static class IntakeWrapper implements Intake {

        private final Intake intake;

        private IntakeWrapper(Intake intake) {
            this.intake = intake;
        }

        @Override
        public Map<String, Long> watermarks() {
            return intake.watermarks();
        }

        @Override
        public void polled() {
            intake.polled();
        }

        @Override
        public void restored(Instant at) {
            intake.restored(at);
        }

        @Override
        public void skip(InputPartition partition, long next) {
            intake.skip(partition, next);
        }

        @Override
        public BatchRun begin(List<InputRecord> batch) {
            return intake.begin(batch);
        }
    }

    /** A log that does as it is told. */
    private static class LogWrapper implements Log {

        private final Log log;

        private LogWrapper(Log log) {
            this.log = log;
        }

        @Override
        public void produce(List<OutputRecord> records) {
            log.produce(records);
        }

        @Override
        public void commit(Map<InputPartition, Long> next) {
            log.commit(next);
        }
    }
}

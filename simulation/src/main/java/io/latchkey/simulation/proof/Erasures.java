package io.latchkey.simulation.proof;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.AggregateDocument.Attachment;
import io.latchkey.registration.aggregate.State;
import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.simulation.model.StoreModel;
import io.latchkey.simulation.world.Facts.Appended;
import io.latchkey.simulation.world.Service;
import io.latchkey.simulation.world.World;
import io.latchkey.verification.code.Verification;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Of an account that was erased nothing is kept, nor of one that another took the place of: no document, no method whose
 * code could still be entered, and no key of what was erased. What is kept of those that live can be read. A command that
 * is redriven when another account has taken the place of an earlier one is applied to that one: what came of it is left out.
 */
final class Erasures implements Invariant {

    @Override
    public Stream<String> violations(World world, Story story) {
        var registration = world.databases().registration().store();
        return Stream.of(keys(registration), unreadable(registration), verification(world, story))
                .flatMap(all -> all);
    }

    private static Stream<String> keys(StoreModel<State, ?> store) {
        Set<String> left = new HashSet<>(store.keys());
        store.documents().values().stream()
                .flatMap(document -> Stream.ofNullable(document.attachment()))
                .map(Attachment::keyId)
                .forEach(left::remove);
        return left.stream().map(key -> key + " was not destroyed, and no document names it");
    }

    private static Stream<String> unreadable(StoreModel<State, ?> store) {
        return store.documents().values().stream()
                .filter(document -> !store.readable(document))
                .map(document -> document + " is sealed under a key that was destroyed");
    }

    private static Stream<String> verification(World world, Story story) {
        return world.facts().wasRestored(Service.REGISTRATION) ? Stream.of() : new Verifications(world, story).kept();
    }

    /** What verification keeps, against the lives that registration tells of. */
    private static final class Verifications {

        private final World world;
        private final Map<AggregateKey, Long> lives = new HashMap<>();
        private final Map<UUID, Long> methods = new HashMap<>();

        private Verifications(World world, Story story) {
            this.world = world;
            var counted = new Lives();
            for (var told : story.events()) {
                lives.put(told.account(), counted.after(told));
                if (told.value() instanceof MethodRegistered method && !world.operatorHad(told.record())) {
                    methods.put(method.getMethodId(), lives.get(told.account()));
                }
            }
        }

        private Stream<String> kept() {
            return world.databases().verification().store().documents().values().stream()
                    .filter(document -> !neverHeard(document.key()))
                    .flatMap(this::kept);
        }

        private Stream<String> kept(AggregateDocument<Verification> document) {
            var state = document.state();
            if (state == null) {
                return Stream.of();
            }
            return gone(document.key())
                    ? Stream.of("VERIFICATION keeps " + document + " of an account that is erased")
                    : state.challenges().stream()
                            .map(challenge -> challenge.methodId().value())
                            .filter(method -> methods.containsKey(method)
                                    && !methods.get(method).equals(lives.get(state.account())))
                            .map(method ->
                                    "VERIFICATION keeps method " + method + " of an earlier account in " + document);
        }

        private boolean gone(String key) {
            var document = world.databases().registration().store().documents().get(key);
            return document == null || document.state() == null;
        }

        /** What says that the account is another, or none any more, may be gone from the log, or redriven late. */
        private boolean neverHeard(String key) {
            return world.facts().appended().stream()
                    .filter(appended -> says(appended, key))
                    .map(Appended::record)
                    .anyMatch(record ->
                            world.facts().perhapsLost(Service.VERIFICATION, record) || world.operatorHad(record));
        }

        private static boolean says(Appended appended, String key) {
            return switch (appended.value()) {
                case AccountErased erased -> key(erased.getMetadata()).equals(key);
                case AccountProvisioned provisioned ->
                    key(provisioned.getMetadata()).equals(key);
                case null, default -> false;
            };
        }

        private static String key(io.latchkey.schemas.EventMetadata metadata) {
            return new AggregateKey(metadata.getTenantId(), metadata.getUserId()).value();
        }
    }
}

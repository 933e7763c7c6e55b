package io.latchkey.bench.preload;

import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.engine.Counters;
import io.latchkey.messaging.engine.Engine;
import io.latchkey.messaging.engine.EngineSecret;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.engine.Service;
import io.latchkey.messaging.engine.Store;
import io.latchkey.messaging.kafka.EngineCodec;
import java.util.List;
import java.util.Set;

/** A service's engine for some accounts of which it knows nothing yet. */
final class Side<S, C, O> {

    private final Shelf<S> shelf = new Shelf<>();
    private final Tray tray = new Tray();
    private final Engine<S, C, O> engine;
    private final Store<S> store;

    /**
     * What does not depend on the accounts.
     *
     * @param store the service's own, for what is complete
     */
    record Rules<S, C, O>(
            String service,
            Decider<S, C, O> decider,
            EngineCodec<C, O> codec,
            Counters counters,
            EngineSecret secret,
            Store<S> store) {}

    Side(Rules<S, C, O> rules) {
        var ports = new Engine.Ports<>(rules.codec(), shelf, rules.counters(), tray, Runnable::run);
        var service = new Service(rules.service(), "none");
        engine = new Engine<>(service, rules.decider(), ports, rules.secret(), new Strict());
        store = rules.store();
    }

    /** @return what the service says to it, in the order of the batch */
    List<OutputRecord> take(List<InputRecord> batch) {
        var run = engine.begin(batch);
        while (run.step()) {
            // the next action
        }
        return tray.emptied();
    }

    /** @return the accounts that were there already, which stay as they are */
    Set<String> write() {
        return store.write(shelf.documents());
    }
}

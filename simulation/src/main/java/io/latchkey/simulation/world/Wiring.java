package io.latchkey.simulation.world;

import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.Intake;
import io.latchkey.messaging.engine.Log;
import io.latchkey.messaging.engine.Store;
import io.latchkey.notification.queue.Sender;
import java.time.InstantSource;
import java.util.List;

/** How an instance is put together; what it gives is what runs. The tests put mutants here. */
public interface Wiring {

    /** As it is. */
    Wiring REAL = new Wiring() {};

    /** What a mutant may know of the instance that it is part of. */
    interface Surroundings {

        Service service();

        /** The machine's clock. */
        InstantSource clock();

        /** The group's committed offset, -1 where there is none. */
        long committed(InputPartition partition);

        /** Those of the service's input topics, as they exist now. */
        List<InputPartition> partitions();
    }

    default <S> Store<S> store(Store<S> store, Surroundings around) {
        return store;
    }

    default <S> Log log(Log log, Store<S> store, Surroundings around) {
        return log;
    }

    default Intake intake(Intake intake, Surroundings around) {
        return intake;
    }

    default <S, C, O> Decider<S, C, O> decider(Decider<S, C, O> decider, Surroundings around) {
        return decider;
    }

    default Sender sender(Sender sender, Surroundings around) {
        return sender;
    }
}

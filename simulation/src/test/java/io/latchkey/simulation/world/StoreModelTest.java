package io.latchkey.simulation.world;

import io.latchkey.messaging.engine.Store;
import io.latchkey.messaging.engine.StoreContract;
import io.latchkey.simulation.model.AvroModel;
import io.latchkey.simulation.model.StoreModel;

/** The model of the engine's store behaves as the real ones do. */
class StoreModelTest implements StoreContract {

    @Override
    public Store<Long> store() {
        var world = new World(new AvroModel(), Wiring.REAL, World.Trace.NOWHERE);
        var node = new Node(world, Service.REGISTRATION, 0);
        return new NodeStore<Long, Object, Object>(
                node,
                new Faults(world, node),
                new StoreModel<>(state -> true),
                new Recorder<>(world.facts()),
                keys -> {});
    }
}

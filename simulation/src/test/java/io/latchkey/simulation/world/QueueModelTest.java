package io.latchkey.simulation.world;

import io.latchkey.notification.mongo.NotificationStoreContract;
import io.latchkey.notification.queue.NotificationStore;
import io.latchkey.simulation.model.AvroModel;
import io.latchkey.simulation.model.QueueModel;

/** The model of notification's store behaves as the real ones do. */
class QueueModelTest implements NotificationStoreContract {

    private final NotificationStore store = empty();

    @Override
    public NotificationStore store() {
        return store;
    }

    private static NotificationStore empty() {
        var world = new World(new AvroModel(), Wiring.REAL, World.Trace.NOWHERE);
        var node = new Node(world, Service.NOTIFICATION, 0);
        return new NodeQueue(world, node, new QueueModel(), new Faults(world, node));
    }
}

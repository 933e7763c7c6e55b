package io.latchkey.crashtest.launcher;

import io.latchkey.messaging.engine.Log;
import io.latchkey.messaging.engine.Store;
import io.latchkey.notification.queue.NotificationStore;
import io.latchkey.notification.queue.Positions;
import io.latchkey.notification.queue.Sender;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts the wrappers around the beans that are ports. */
record Wrapping(HaltSwitch halt, Sabotage sabotage) implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            case Store<?> store -> new HaltingStore<>(store, halt);
            case Log log -> new HaltingLog(sabotage.on(log), halt);
            case NotificationStore store -> new HaltingNotificationStore(store, halt);
            case Positions positions -> new HaltingPositions(positions, halt);
            case Sender sender -> new HaltingSender(sabotage.on(sender), halt);
            default -> bean;
        };
    }
}

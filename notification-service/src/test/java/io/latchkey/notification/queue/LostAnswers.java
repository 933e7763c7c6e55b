package io.latchkey.notification.queue;

import io.latchkey.messaging.engine.OutageException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A store that does what it is asked, and whose answers to some calls are lost. */
final class LostAnswers implements InvocationHandler {

    private final NotificationStore store;
    private final Set<Integer> lost;
    private int calls;

    private LostAnswers(NotificationStore store, Set<Integer> lost) {
        this.store = store;
        this.lost = lost;
    }

    /** @param calls whose answers are lost, counted from 0 */
    static NotificationStore of(NotificationStore store, Integer... calls) {
        return (NotificationStore) Proxy.newProxyInstance(
                LostAnswers.class.getClassLoader(),
                new Class<?>[] {NotificationStore.class},
                new LostAnswers(store, Set.copyOf(List.of(calls))));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        var answer = invoke(method, arguments);
        if (lost.contains(calls++)) {
            throw new OutageException("the answer is lost");
        }
        return answer;
    }

    private @Nullable Object invoke(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

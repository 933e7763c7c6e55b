package io.latchkey.notification.queue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes what a store is asked to write, in order: the kind of write for each document. To write none is none. */
final class Writes implements InvocationHandler {

    private static final Set<String> KINDS = Set.of("insert", "replace", "remember", "archive", "remove");

    private final NotificationStore store;
    private final List<String> written;

    private Writes(NotificationStore store, List<String> written) {
        this.store = store;
        this.written = written;
    }

    static NotificationStore of(NotificationStore store, List<String> written) {
        return (NotificationStore) Proxy.newProxyInstance(
                Writes.class.getClassLoader(), new Class<?>[] {NotificationStore.class}, new Writes(store, written));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (KINDS.contains(method.getName()) && arguments != null && arguments[0] instanceof Collection<?> documents) {
            documents.forEach(any -> written.add(method.getName()));
        }
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

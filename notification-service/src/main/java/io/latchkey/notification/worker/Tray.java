package io.latchkey.notification.worker;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Work that waits for one thread, in order. What is put in again while it waits or is worked on is there once. */
final class Tray<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Set<T> items = new LinkedHashSet<>();

    void put(Collection<T> more) {
        lock.lock();
        try {
            items.addAll(more);
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The eldest, which stay until they are {@link #done}; none if nothing comes within this time. */
    List<T> eldest(int most, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (items.isEmpty() && left > 0) {
                left = filled.awaitNanos(left);
            }
            return items.stream().limit(most).toList();
        } finally {
            lock.unlock();
        }
    }

    void done(Collection<T> finished) {
        lock.lock();
        try {
            finished.forEach(items::remove);
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return items.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}

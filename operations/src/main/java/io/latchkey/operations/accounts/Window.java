package io.latchkey.operations.accounts;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The lines under way, in the file's order: what comes before the first of them is done. Thread-safe. */
final class Window {

    private static final long PAUSE_MILLIS = 200;

    private final int size;
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private Progress progress;
    private @Nullable RuntimeException failure;

    Window(int size, Progress progress) {
        this.size = size;
        this.progress = progress;
    }

    /** A line that waits for a number of things. */
    static final class Entry {

        private final long number;
        private final long end;
        private final int commands;
        private final boolean bad;
        private int missing;
        private int rejected;

        private Entry(Line line, int commands, int missing, boolean bad) {
            this.number = line.number();
            this.end = line.end();
            this.commands = commands;
            this.missing = missing;
            this.bad = bad;
        }

        long number() {
            return number;
        }
    }

    /** @param missing how often it is to be {@link #settle}d until it is done */
    synchronized Entry good(Line line, int commands, int missing) {
        return add(new Entry(line, commands, missing, false));
    }

    /** As if an account had been sent. */
    synchronized void rehearsed(Line line, int commands) {
        add(new Entry(line, commands, 0, false));
        advance();
    }

    synchronized void passedOver(Line line, boolean bad) {
        add(new Entry(line, 0, 0, bad));
        advance();
    }

    private Entry add(Entry entry) {
        entries.add(entry);
        return entry;
    }

    synchronized void settle(Entry entry) {
        entry.missing--;
        advance();
    }

    synchronized void reject(Entry entry) {
        entry.rejected++;
        settle(entry);
    }

    /** Whoever waits gets this instead. */
    synchronized void fail(RuntimeException reason) {
        failure = failure == null ? reason : failure;
        notifyAll();
    }

    synchronized Progress progress() {
        return progress;
    }

    synchronized boolean hasRoom() {
        check();
        return entries.size() < size;
    }

    synchronized boolean isEmpty() {
        check();
        return entries.isEmpty();
    }

    /** Returns after a moment, or as soon as more is done. */
    synchronized void await() throws InterruptedException {
        check();
        wait(PAUSE_MILLIS);
    }

    private void check() {
        if (failure != null) {
            throw failure;
        }
    }

    private void advance() {
        boolean any = false;
        while (!entries.isEmpty() && entries.getFirst().missing <= 0) {
            progress = after(entries.removeFirst());
            any = true;
        }
        if (any) {
            notifyAll();
        }
    }

    private Progress after(Entry done) {
        return new Progress(
                done.end,
                done.number,
                progress.accounts() + (done.commands > 0 ? 1 : 0),
                progress.commands() + done.commands,
                progress.bad() + (done.bad ? 1 : 0),
                progress.rejected() + done.rejected);
    }
}

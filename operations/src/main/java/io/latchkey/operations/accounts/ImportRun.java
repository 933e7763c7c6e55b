package io.latchkey.operations.accounts;

import io.latchkey.operations.terminal.OperatorFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BiConsumer;

/** Takes a file line by line from where the checkpoint is, and moves the checkpoint on as lines are done. */
final class ImportRun {

    private static final Duration SAVING = Duration.ofSeconds(1);
    private static final Duration TELLING = Duration.ofSeconds(2);

    private final Checkpoint from;
    private final Window window;
    private final ImportReport report;
    private final BiConsumer<Line, Account> publish;
    private final boolean dry;
    private long saved = System.nanoTime();
    private long told = System.nanoTime();

    /**
     * @param publish adds the line to the window
     * @param dry whether no checkpoint is written
     */
    ImportRun(Checkpoint from, Window window, ImportReport report, BiConsumer<Line, Account> publish, boolean dry) {
        this.from = from;
        this.window = window;
        this.report = report;
        this.publish = publish;
        this.dry = dry;
    }

    /**
     * Returns when all is done.
     *
     * @throws OperatorFailure if that cannot be; the checkpoint then says how far it came
     */
    Progress run(Header header) {
        boolean complete = false;
        try {
            read(header);
            while (!window.isEmpty()) {
                await();
            }
            complete = true;
            return window.progress();
        } catch (IOException e) {
            throw AccountFile.unreadable(from.file().path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorFailure("interrupted; run it again to go on", e);
        } finally {
            saveAtLast(complete);
        }
    }

    private void read(Header header) throws IOException, InterruptedException {
        var progress = from.progress();
        try (var lines = new LineReader(from.file().path(), progress.offset(), progress.line())) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                while (!window.hasRoom()) {
                    await();
                }
                take(line.get(), Account.read(header, line.get()));
                tick();
            }
        }
    }

    private void take(Line line, Account.Reading reading) {
        switch (reading) {
            case Account.Reading.Good(var account) -> publish.accept(line, account);
            case Account.Reading.Blank _ -> window.passedOver(line, false);
            case Account.Reading.Bad(var faults) -> {
                report.bad(line.number(), faults);
                window.passedOver(line, true);
            }
        }
    }

    private void await() throws InterruptedException {
        window.await();
        tick();
    }

    /** Sending does not wait for long enough to notice that it is to stop. */
    private void tick() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long now = System.nanoTime();
        if (now - saved > SAVING.toNanos()) {
            saved = now;
            save(false);
        }
        if (now - told > TELLING.toNanos()) {
            told = now;
            report.progress(window.progress(), from.file().size());
        }
    }

    /** Files cannot be written while the thread is interrupted. */
    private void saveAtLast(boolean complete) {
        boolean interrupted = Thread.interrupted();
        try {
            save(complete);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void save(boolean complete) {
        if (!dry) {
            from.at(window.progress(), complete).write();
        }
    }
}

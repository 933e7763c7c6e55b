package io.latchkey.infrastructure.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process of ours that takes orders, a line each, and answers with lines that begin with {@value #ANSWER}. */
public final class Child {

    public static final String ANSWER = "@";

    private final String name;
    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
        // Reading a pipe holds the thread that carries a virtual one, and there are as many of those as cores.
        Thread.ofPlatform().name(name + "-answers").daemon().start(this::read);
    }

    public static Child start(Children children, String name, List<String> command) {
        return new Child(name, children.start(name, command, ProcessBuilder.Redirect.PIPE));
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(ANSWER)) {
                    answers.add(line.substring(ANSWER.length()).strip());
                }
            }
        } catch (IOException e) {
            // It has ended.
        }
    }

    /** @return whether the process could take it; one that has just ended could not */
    public boolean order(String line) {
        try {
            var orders = process.getOutputStream();
            orders.write((line + "\n").getBytes(UTF_8));
            orders.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @return whether the answer came; not if the process ends before, or takes longer */
    public boolean answers(String answer, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            var line = next();
            if (line.equals(answer)) {
                return true;
            }
            if (line.isEmpty() && !process.isAlive()) {
                return false;
            }
        }
        return false;
    }

    /** @return the next answer, whatever it is; empty if the process ends before, or takes longer */
    public String answer(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        var line = next();
        while (line.isEmpty() && process.isAlive() && System.nanoTime() < deadline) {
            line = next();
        }
        return line;
    }

    public long pid() {
        return process.pid();
    }

    private String next() {
        try {
            var line = answers.poll(50, TimeUnit.MILLISECONDS);
            return line == null ? "" : line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while waiting for " + name);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Of a process that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Kills it where it stands, and returns when it has ended: with which code, since it may have been faster. */
    public int kill() {
        return process.destroyForcibly().onExit().join().exitValue();
    }

    public void pause() {
        signal("-STOP");
    }

    public void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

package io.latchkey.crashtest.process;

import io.latchkey.infrastructure.process.CannotRun;
import io.latchkey.infrastructure.process.Child;
import io.latchkey.infrastructure.process.Children;
import io.latchkey.infrastructure.process.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of a service's instances: a JVM that runs its application, with wrappers around the ports that halt it where it is told
 * to.
 */
public final class Instance {

    /** With which a JVM ends that halts where it was told to. */
    public static final int HALTED = 86;

    public static final String STARTED = "started";
    public static final String READY = "ready";
    public static final String DONE = "done";
    public static final String HALT = "halt";
    public static final String DISARM = "disarm";
    public static final String CLOCK = "clock";
    public static final String STOP = "stop";

    private static final String LAUNCHER = "io.latchkey.crashtest.launcher.ServiceLauncher";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Children children;
    private final Site site;
    private final Service service;
    private final int number;
    private volatile @Nullable Child child;

    public Instance(Children children, Site site, Service service, int number) {
        this.children = children;
        this.site = site;
        this.service = service;
        this.number = number;
    }

    public Service service() {
        return service;
    }

    /** Begins to start; {@link #awaitReady} says when that is done. */
    public void launch() {
        launch(Java.cached(site.directory()));
    }

    /** Likewise; when it stops, it leaves behind what makes others start faster. */
    public void launchAndRecord() {
        launch(Java.recording(site.directory()));
    }

    private void launch(List<String> options) {
        var log = site.logs().resolve(this + ".log");
        var arguments = new ArrayList<>(List.of(service.name()));
        arguments.addAll(new ServiceSettings(site).of(service));
        child = Child.start(children, toString(), Java.command(site.directory(), log, options, LAUNCHER, arguments));
    }

    /** @return whether it came up; not if it ended meanwhile */
    public boolean awaitStarted() {
        return running().answers(STARTED, PATIENCE);
    }

    /** @return whether it says that it is ready; not if it ended meanwhile */
    public boolean awaitReady() {
        return running().answers(READY, PATIENCE);
    }

    /** @return whether it stopped in order when it was told to */
    public boolean stopped() {
        return order(STOP) && Until.isTrue(PATIENCE, () -> !isAlive());
    }

    public boolean isAlive() {
        var current = child;
        return current != null && current.isAlive();
    }

    public int exitCode() {
        return running().exitCode();
    }

    /** @return whether the process could take it */
    public boolean order(String line) {
        return isAlive() && running().order(line);
    }

    /** @return the code with which it has ended; another than a kill's if it was faster */
    public int kill() {
        return running().kill();
    }

    public void pause() {
        running().pause();
    }

    public void resume() {
        running().resume();
    }

    private Child running() {
        var current = child;
        if (current == null) {
            throw new CannotRun(this + " was not launched");
        }
        return current;
    }

    @Override
    public String toString() {
        return service.title() + "-" + number;
    }
}

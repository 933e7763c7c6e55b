package io.latchkey.bench.process;

import io.latchkey.infrastructure.Ports;
import io.latchkey.infrastructure.process.CannotRun;
import io.latchkey.infrastructure.process.Children;
import io.latchkey.infrastructure.process.Until;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** One service as it is run in production: its own main class, in a JVM of its own. */
public final class ServiceProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int GLANCE_MILLIS = 2_000;

    private final Service service;
    private final Path log;
    private final int port = Ports.orFree(0);
    private final Process process;
    private final long startedNanos = System.nanoTime();

    private ServiceProcess(Children children, Site site, Service service, Jvm jvm) {
        this.service = service;
        this.log = site.logs().resolve(service.title() + ".log");
        this.process = children.start(
                service.title(),
                jvm.loggingTo(log).command(service.application(), ServiceSettings.of(service, site, port)),
                ProcessBuilder.Redirect.appendTo(
                        site.logs().resolve(service.title() + ".out").toFile()));
    }

    /** Begins to start, with what {@link #startRecording} left. */
    public static ServiceProcess start(Children children, Site site, Service service) {
        return start(children, site, service, Jvm.service(site.directory()));
    }

    /** Likewise, with the heap of a service that has little to do. */
    public static ServiceProcess startSmall(Children children, Site site, Service service) {
        return start(children, site, service, Jvm.smallService(site.directory()));
    }

    private static ServiceProcess start(Children children, Site site, Service service, Jvm jvm) {
        var cache = cache(site, service);
        return new ServiceProcess(
                children, site, service, cache.toFile().exists() ? jvm.with("-XX:AOTCache=" + cache) : jvm);
    }

    /** Likewise, and leaves an AOT cache when it stops (JEP 514). */
    public static ServiceProcess startRecording(Children children, Site site, Service service) {
        return new ServiceProcess(
                children,
                site,
                service,
                Jvm.service(site.directory()).with("-XX:AOTCacheOutput=" + cache(site, service)));
    }

    private static Path cache(Site site, Service service) {
        return site.directory().resolve("tmp").resolve(service.title() + ".aot");
    }

    /** @return from the start of the JVM until it is ready, to 20 ms or so */
    public Duration awaitReady() {
        if (!Until.isTrue(PATIENCE, () -> !process.isAlive() || ready()) || !process.isAlive()) {
            throw new CannotRun(service.title() + " does not get ready: see " + log + " and what is beside it");
        }
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private boolean ready() {
        try {
            var connection = (HttpURLConnection)
                    uri("/actuator/health/readiness").toURL().openConnection();
            connection.setConnectTimeout(GLANCE_MILLIS);
            connection.setReadTimeout(GLANCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    public URI uri(String path) {
        return URI.create("http://" + Ports.LOOPBACK + ":" + port + path);
    }

    public Service service() {
        return service;
    }

    public long pid() {
        return process.pid();
    }

    /** In order; returns when it has ended. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }
}

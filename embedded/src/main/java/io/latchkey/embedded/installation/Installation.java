package io.latchkey.embedded.installation;

import static java.util.stream.Collectors.toMap;

import io.latchkey.infrastructure.Ports;
import io.latchkey.infrastructure.inbox.Inbox;
import io.latchkey.messaging.sealing.Fingerprint;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything running, the services included. Stopping is in order, so that nothing that was begun is left half done; not
 * being able to stop leaves nothing that the next start would not mend.
 */
public final class Installation implements AutoCloseable {

    private final InstallationSettings settings;
    private final DataDirectory data;
    private final Infrastructure infrastructure;
    private final List<RunningService> services;
    private final Running running;

    private Installation(
            InstallationSettings settings,
            DataDirectory data,
            Infrastructure infrastructure,
            List<RunningService> services,
            Running running) {
        this.settings = settings;
        this.data = data;
        this.infrastructure = infrastructure;
        this.services = services;
        this.running = running;
    }

    /**
     * Returns when every service is ready. The end of the JVM stops what was started so far.
     *
     * @throws StartFailure what whoever starts it can mend; then nothing is left running
     */
    public static Installation start(InstallationSettings settings, Progress progress) {
        DataDirectory data = settings.data() == null ? DataDirectory.temporary() : DataDirectory.open(settings.data());
        Logs.to(data.log());
        Running running = Running.untilTheEnd(progress);
        running.addQuietly(data);
        try {
            return start(settings, data, running, progress);
        } catch (RuntimeException e) {
            running.abandon(e);
            throw e;
        }
    }

    private static Installation start(
            InstallationSettings settings, DataDirectory data, Running running, Progress progress) {
        Infrastructure infrastructure = new InfrastructureStart(settings, data, running, progress).start();
        ServiceProperties properties = new ServiceProperties(settings, data, infrastructure);
        List<RunningService> services = new ServicesStart(properties, running, progress).start();
        return new Installation(settings, data, infrastructure, services, running);
    }

    public Addresses addresses() {
        return new Addresses(
                infrastructure.bootstrapServers(),
                infrastructure.schemaRegistry(),
                infrastructure.mongodb(),
                Ports.LOOPBACK + ":" + infrastructure.mail().port(),
                infrastructure.inboxServer().inboxUrl(),
                perService(RunningService::management));
    }

    public InstallationSettings settings() {
        return settings;
    }

    /** Holds the broker's and the database's files where they are embedded, the secrets and the log. */
    public Path directory() {
        return data.path();
    }

    public Path log() {
        return data.log();
    }

    public Inbox inbox() {
        return infrastructure.inbox();
    }

    /** Of the key that others are to seal with. */
    public SequencedMap<Service, Fingerprint> fingerprints() {
        return perService(RunningService::fingerprint);
    }

    /** Of a service; for what only a demonstration or a test may touch, such as the clock of the scan. */
    public <T> T bean(Service service, Class<T> type) {
        return services.stream()
                .filter(candidate -> candidate.service() == service)
                .map(running -> running.context().getBean(type))
                .findFirst()
                .orElseThrow();
    }

    private <T> SequencedMap<Service, T> perService(Function<RunningService, T> value) {
        return services.stream().collect(toMap(RunningService::service, value, (first, _) -> first, TreeMap::new));
    }

    @Override
    public void close() {
        running.close();
    }
}

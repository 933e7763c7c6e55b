package io.latchkey.embedded.installation;

import io.latchkey.messaging.kafka.TopicCreation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** Makes the topics, then starts the services side by side. */
final class ServicesStart {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final ServiceProperties properties;
    private final Running running;
    private final Progress progress;

    ServicesStart(ServiceProperties properties, Running running, Progress progress) {
        this.properties = properties;
        this.running = running;
        this.progress = progress;
    }

    /** Returns when each is ready. */
    List<RunningService> start() {
        createTopics();
        List<FutureTask<RunningService>> starting =
                Stream.of(Service.values()).map(this::starting).toList();
        List<RunningService> services = new ArrayList<>();
        for (FutureTask<RunningService> task : starting) {
            RunningService service = started(task);
            services.add(running.add(service.service().title(), service));
        }
        services.forEach(this::awaitReadiness);
        return List.copyOf(services);
    }

    private void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", properties.bootstrapServers()))) {
            TopicCreation.createMissing(admin, properties.topics());
        }
        progress.say("topics   " + properties.topics().prefix() + "*");
    }

    private FutureTask<RunningService> starting(Service service) {
        FutureTask<RunningService> task = new FutureTask<>(() -> RunningService.start(service, properties.of(service)));
        Thread.ofPlatform().name("start-" + service.title()).daemon().start(task);
        return task;
    }

    private static RunningService started(FutureTask<RunningService> starting) {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StartFailure failure
                    ? failure
                    : new StartFailure("a service did not start: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("stopped while starting", e);
        }
    }

    private void awaitReadiness(RunningService service) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!service.ready()) {
            if (System.nanoTime() > deadline) {
                throw new StartFailure("%s is not ready after %d s: see %s/health"
                        .formatted(service.service().title(), PATIENCE.toSeconds(), service.management()));
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        progress.say(service.service().title() + " ready");
    }
}

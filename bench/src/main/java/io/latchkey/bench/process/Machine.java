package io.latchkey.bench.process;

import io.latchkey.bench.load.Order;
import io.latchkey.bench.preload.Preload;
import io.latchkey.bench.work.Side;
import io.latchkey.infrastructure.process.CannotRun;
import io.latchkey.infrastructure.process.Child;
import io.latchkey.infrastructure.process.Children;
import io.latchkey.infrastructure.process.Stores;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.kafka.TopicCreation;
import io.latchkey.messaging.kafka.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Everything that runs, and which processes work for which side. */
public final class Machine implements AutoCloseable {

    public static final String STORES = "broker and database";
    public static final String BROKER = "broker";
    public static final String DATABASE = "database";
    public static final String LOAD = "load";
    public static final String FLOOR = "floor";

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Database database;
    private final Children children;
    private final EmbeddedRegistry registry = EmbeddedRegistry.inMemory();
    private final Stores stores;
    private final LoadProcess load;
    private final Site site;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private @Nullable FloorProcess floor;
    private @Nullable ChangeStreamWrites written;

    public Machine(Path directory, Database database) {
        this.database = database;
        created(directory.resolve("logs"));
        created(directory.resolve("tmp"));
        children = new Children(directory.resolve("logs"));
        stores = new Stores(
                children,
                directory,
                database instanceof Database.Embedded,
                (log, main, arguments) -> Jvm.stores(directory).loggingTo(log).command(main, arguments));
        load = new LoadProcess(children, directory, stores.bootstrapServers(), registry.url());
        site = new Site(directory, stores.bootstrapServers(), registry.url(), uri(), load.provider());
        createTopics();
    }

    private String uri() {
        return switch (database) {
            case Database.Embedded _ -> stores.mongodb();
            case Database.External external -> external.uri();
        };
    }

    private static void created(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createTopics() {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", site.bootstrapServers()))) {
            for (var side : Side.values()) {
                TopicCreation.createMissing(admin, new Topics(side.prefix(), Site.PARTITIONS, (short) 1, 1, false));
            }
        }
    }

    /** Makes accounts that are provisioned, in all services' databases. The first time before the services start. */
    public void preload(int from, int to) {
        preload(from, to, List.of("--state=provisioned"));
    }

    /** @param how further options of {@link Preload} */
    public void preload(int from, int to, List<String> how) {
        var arguments = new ArrayList<>(List.of(
                "--mongodb=" + site.mongodb(),
                "--secrets=" + site.secrets(),
                "--schema-registry=" + site.schemaRegistry(),
                "--prefix=" + Side.PIPELINE.prefix(),
                "--from=" + from,
                "--to=" + to));
        arguments.addAll(how);
        var preload = Child.start(
                children,
                "preload",
                Jvm.preload(site.directory())
                        .loggingTo(site.logs().resolve("preload.log"))
                        .command(Preload.class, arguments));
        if (!preload.answers("done", PATIENCE)) {
            throw new CannotRun("accounts cannot be made: see preload.err");
        }
    }

    /** Returns when all of them are ready. */
    public void startServices() {
        startServices(ServiceProcess::start);
    }

    /** Likewise; what they do until they are stopped makes them start, and get fast, sooner the next time. */
    public void trainServices() {
        startServices(ServiceProcess::startRecording);
    }

    private interface ServiceStart {
        ServiceProcess of(Children children, Site site, Service service);
    }

    private void startServices(ServiceStart start) {
        for (var service : Service.values()) {
            services.put(service, start.of(children, site, service));
        }
        services.values().forEach(ServiceProcess::awaitReady);
    }

    /** The keys of a side's services are known by then. */
    public void meet(Side side) {
        load.order(new Order.Meet(side));
    }

    /** In order; returns when they have ended. */
    public void stopServices() {
        services.values().forEach(ServiceProcess::stop);
        services.clear();
    }

    public void startFloor() {
        floor = new FloorProcess(children, site);
    }

    public Site site() {
        return site;
    }

    /** Of the embedded database. */
    public Optional<Path> databaseFile() {
        var file = site.directory().resolve("database").resolve("latchkey.mv");
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    public Children children() {
        return children;
    }

    public LoadProcess load() {
        return load;
    }

    public FloorProcess floor() {
        if (floor == null) {
            throw new IllegalStateException("the floor was not started");
        }
        return floor;
    }

    public List<ServiceProcess> services() {
        return List.copyOf(services.values());
    }

    /** By name, those that have a part in what is done for this side. */
    public Map<String, Long> pids(Side side) {
        var pids = new LinkedHashMap<String, Long>();
        switch (side) {
            case FLOOR -> pids.put(FLOOR, floor().pid());
            case PIPELINE ->
                services.values().forEach(process -> pids.put(process.service().title(), process.pid()));
        }
        switch (database) {
            case Database.Embedded _ -> pids.put(STORES, stores.pid());
            case Database.External external -> {
                pids.put(BROKER, stores.pid());
                external.pid().ifPresent(pid -> pids.put(DATABASE, pid));
            }
        }
        pids.put(LOAD, load.pid());
        return pids;
    }

    /**
     * Documents written so far, by database and collection. The embedded database always counts them; of an external one there is
     * nothing before {@link #countWrites}.
     */
    public Map<String, Long> writes() {
        return written == null ? stores.writes() : written.counted();
    }

    /**
     * Has an external database tell what it writes, from now on: work for it that none of the sides asks for.
     *
     * @throws CannotRun where it opens no change stream
     */
    public void countWrites() {
        if (written == null && database instanceof Database.External external) {
            written = external.written();
        }
    }

    /** Whether there is no need for {@link #countWrites}. */
    public boolean alwaysCountsWrites() {
        return database instanceof Database.Embedded;
    }

    /** Leaves nothing in a database of somebody else's. */
    @Override
    public void close() {
        children.close();
        registry.close();
        try {
            if (written != null) {
                written.close();
            }
        } finally {
            if (database instanceof Database.External external) {
                external.drop();
            }
        }
    }
}

package io.latchkey.crashtest.round;

import io.latchkey.crashtest.checker.Call;
import io.latchkey.crashtest.checker.Evidence;
import io.latchkey.crashtest.checker.Evidences;
import io.latchkey.crashtest.fault.Deck;
import io.latchkey.crashtest.fault.Fleet;
import io.latchkey.crashtest.fault.Incidents;
import io.latchkey.crashtest.fault.Injector;
import io.latchkey.crashtest.load.Administrator;
import io.latchkey.crashtest.load.Copies;
import io.latchkey.crashtest.load.Ledger;
import io.latchkey.crashtest.load.Mailbox;
import io.latchkey.crashtest.load.Portal;
import io.latchkey.crashtest.process.Instance;
import io.latchkey.crashtest.process.Java;
import io.latchkey.crashtest.process.Service;
import io.latchkey.crashtest.process.Site;
import io.latchkey.crashtest.provider.SmsProvider;
import io.latchkey.infrastructure.inbox.Inbox;
import io.latchkey.infrastructure.inbox.MailServer;
import io.latchkey.infrastructure.process.CannotRun;
import io.latchkey.infrastructure.process.Children;
import io.latchkey.infrastructure.process.Database;
import io.latchkey.infrastructure.process.ExternalDatabase;
import io.latchkey.infrastructure.process.Stores;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.kafka.TopicCreation;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.schemas.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** Everything that runs, from the first round to the last. */
final class Run implements AutoCloseable {

    static final Duration LOAD = Duration.ofSeconds(20);

    private static final int PARTITIONS = 3;

    private final Options options;
    private final Path directory;
    private final Children children;
    private final Stores stores;
    private final Database database;
    private final EmbeddedRegistry registry = EmbeddedRegistry.inMemory();
    private final SmsProvider provider;
    private final Inbox inbox = new Inbox(Clock.systemUTC());
    private final MailServer mail = MailServer.start(inbox, 0);
    private final Ledger ledger = new Ledger();
    private final Incidents incidents = new Incidents();
    private final Deck deck;
    private final Site site;
    private final Fleet fleet;
    private final Evidences evidences;
    private final Portal portal;
    private final Injector injector;

    /** Returns when all services are ready. */
    Run(Options options, Path directory) {
        this.options = options;
        this.directory = directory;
        prepare("logs", "tmp");
        this.children = new Children(directory.resolve("logs"));
        this.stores = new Stores(children, directory, options.mongodbCommand() == null, Java.storesIn(directory));
        this.database = database();
        this.provider = new SmsProvider(options.seed());
        this.site = new Site(
                directory, stores.bootstrapServers(), registry.url(), database.uri(), provider.url(), mail.port());
        createTopics();
        warmUp();
        this.fleet = new Fleet(children, site, incidents);
        fleet.start();
        this.deck = new Deck(options.seed(), LOAD);
        this.evidences = new Evidences(site.bootstrapServers(), site.schemaRegistry(), site.mongodb(), Site.PREFIX);
        this.portal = new Portal(site, ledger);
        this.injector = new Injector(fleet, stores, database, new Copies(site, portal, options.seed()), incidents);
    }

    private void prepare(String... names) {
        for (var name : names) {
            try {
                Files.createDirectories(directory.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Database database() {
        var command = options.mongodbCommand();
        return command == null ? Database.embedded(stores) : new ExternalDatabase(children, directory, command);
    }

    private void createTopics() {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", stores.bootstrapServers()))) {
            TopicCreation.createMissing(admin, new Topics(Site.PREFIX, PARTITIONS, (short) 1, 1, false));
        }
    }

    /** Services start a third faster with what one of them leaves when it stops. The policy is defined meanwhile. */
    private void warmUp() {
        var first = new Instance(children, site, Service.REGISTRATION, 0);
        first.launchAndRecord();
        if (!first.awaitStarted() || !first.awaitReady()) {
            throw new CannotRun(first + " does not start: see its log");
        }
        definePolicy();
        if (!first.stopped()) {
            throw new CannotRun(first + " does not stop: see its log");
        }
    }

    /**
     * Codes live as short as they can, so that a round takes seconds, and are as long as they can be, so that no other digits of a run are
     * one by chance.
     */
    private void definePolicy() {
        try (var first = new Portal(site, ledger)) {
            new Administrator(first)
                    .defines(Policy.newBuilder()
                            .setCodeLength(10)
                            .setPhoneCodeLifetimeSeconds(60)
                            .setEmailCodeLifetimeSeconds(60)
                            .setSendCooldownSeconds(0)
                            .build());
        }
    }

    Options options() {
        return options;
    }

    Site site() {
        return site;
    }

    SmsProvider provider() {
        return provider;
    }

    Mailbox mailbox() {
        return new Mailbox(inbox);
    }

    Ledger ledger() {
        return ledger;
    }

    Incidents incidents() {
        return incidents;
    }

    Deck deck() {
        return deck;
    }

    Fleet fleet() {
        return fleet;
    }

    Evidences evidences() {
        return evidences;
    }

    Portal portal() {
        return portal;
    }

    Injector injector() {
        return injector;
    }

    Evidence evidence(Instant dueUntil) {
        return new Evidence(
                evidences.log(),
                ledger.sent(),
                calls(),
                evidences.documents().read(),
                evidences.progress(),
                incidents.troubles(),
                dueUntil);
    }

    /** Of both providers. */
    List<Call> calls() {
        return Stream.concat(provider.calls().stream(), mailbox().calls().stream())
                .toList();
    }

    @Override
    public void close() {
        fleet.forgo();
        children.close();
        // From the last to the first, each whatever became of the others.
        try (provider;
                registry;
                mail;
                evidences;
                portal) {}
    }
}

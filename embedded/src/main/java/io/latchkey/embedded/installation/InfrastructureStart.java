package io.latchkey.embedded.installation;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.infrastructure.inbox.Inbox;
import io.latchkey.infrastructure.inbox.InboxServer;
import io.latchkey.infrastructure.inbox.MailServer;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Starts what the services need, or looks whether it is there where it is not embedded. */
final class InfrastructureStart {

    private final InstallationSettings settings;
    private final DataDirectory data;
    private final Running running;
    private final Progress progress;

    InfrastructureStart(InstallationSettings settings, DataDirectory data, Running running, Progress progress) {
        this.settings = settings;
        this.data = data;
        this.running = running;
        this.progress = progress;
    }

    Infrastructure start() {
        settings.ports().check(embeddedParts());
        int brokers = checkExternal();
        String mongodb = mongodb();
        String bootstrapServers = bootstrapServers();
        String registry = registry(mongodb);
        Inbox inbox = new Inbox(Clock.systemUTC());
        MailServer mail = running.add("mail server", MailServer.start(inbox, port(Part.MAIL)));
        InboxServer server = running.add("inbox", InboxServer.start(inbox, port(Part.INBOX)));
        progress.say("inbox    " + server.inboxUrl());
        return new Infrastructure(bootstrapServers, brokers, mongodb, registry, inbox, mail, server);
    }

    private List<Part> embeddedParts() {
        List<Part> parts = new ArrayList<>(List.of(Part.values()));
        if (settings.external().mongodb() != null) {
            parts.remove(Part.DATABASE);
        }
        if (settings.external().bootstrapServers() != null) {
            parts.removeAll(List.of(Part.BROKER, Part.CONTROLLER));
        }
        if (settings.external().schemaRegistry() != null) {
            parts.remove(Part.REGISTRY);
        }
        return parts;
    }

    /** @return how many brokers there are */
    private int checkExternal() {
        External external = settings.external();
        if (external.mongodb() != null) {
            Reachable.mongodb(external.mongodb());
        }
        if (external.schemaRegistry() != null) {
            Reachable.schemaRegistry(external.schemaRegistry());
        }
        return external.bootstrapServers() == null ? 1 : Reachable.kafka(external.bootstrapServers());
    }

    private String mongodb() {
        String external = settings.external().mongodb();
        if (external != null) {
            return external;
        }
        EmbeddedDatabase database =
                running.add("database", EmbeddedDatabase.start(data.database(), port(Part.DATABASE)));
        progress.say("database " + database.uri());
        return database.uri();
    }

    private String bootstrapServers() {
        String external = settings.external().bootstrapServers();
        if (external != null) {
            return external;
        }
        EmbeddedBroker broker =
                running.add("broker", EmbeddedBroker.start(data.broker(), port(Part.BROKER), port(Part.CONTROLLER)));
        progress.say("broker   " + broker.bootstrapServers());
        return broker.bootstrapServers();
    }

    private String registry(String mongodb) {
        String external = settings.external().schemaRegistry();
        if (external != null) {
            return external;
        }
        MongoClient client = running.addQuietly(MongoClients.create(mongodb));
        EmbeddedRegistry registry = running.add(
                "schema registry",
                EmbeddedRegistry.start(
                        client.getDatabase(settings.databasePrefix() + "registry"), port(Part.REGISTRY)));
        progress.say("registry " + registry.url());
        return registry.url();
    }

    private int port(Part part) {
        return settings.ports().port(part);
    }
}

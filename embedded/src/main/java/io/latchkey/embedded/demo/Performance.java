package io.latchkey.embedded.demo;

import io.latchkey.embedded.installation.Installation;
import io.latchkey.embedded.installation.Service;
import io.latchkey.registration.schedule.ReconfirmationScan;
import io.latchkey.registration.schedule.ScanClock;
import io.latchkey.schemas.topics.Topic;
import java.io.PrintWriter;
import java.util.Optional;

/** One performance of the story on an installation. */
final class Performance implements AutoCloseable {

    private final Installation installation;
    private final Address address;
    private final Portal portal;
    private final Stage stage;
    private final Cast cast = Cast.fresh();

    Performance(Installation installation, PrintWriter out) {
        this.installation = installation;
        this.address = address(installation);
        this.portal = new Portal(address);
        this.stage = new Stage(
                portal,
                new Inbox(installation.addresses().inbox()),
                new Transcript(out, installation.settings().topicPrefix()));
    }

    static Address address(Installation installation) {
        var addresses = installation.addresses();
        return new Address(
                addresses.bootstrapServers(),
                addresses.schemaRegistry(),
                installation.settings().topicPrefix(),
                installation.fingerprints().values());
    }

    /** @throws Difference as soon as something is not as it should be */
    Verdict verdict() {
        new QuickResends(installation, address).arrange(cast.a().tenantId());
        var story = new Story(
                stage,
                cast,
                installation.bean(Service.REGISTRATION, ScanClock.class),
                installation.bean(Service.REGISTRATION, ReconfirmationScan.class));
        story.play();
        var tally = story.counted();
        return new Verdict(
                tally.methodsProven(), tally.rejections(), tally.deadLetters(), tally.reconfirmations(), hits());
    }

    private int hits() {
        var canaryDatabase = installation.settings().databasePrefix() + "canary";
        return new Search(stage, cast, places()).hits(address.name(Topic.KEYS) + ".dlt", canaryDatabase);
    }

    private Places places() {
        var settings = installation.settings();
        var external = settings.external();
        return new Places(
                address.bootstrapServers(),
                topic -> external.bootstrapServers() == null || topic.startsWith(settings.topicPrefix()),
                installation.addresses().mongodb(),
                database -> external.mongodb() == null || database.startsWith(settings.databasePrefix()),
                Optional.of(installation.directory()).filter(_ -> external.mongodb() == null),
                installation.log().resolveSibling(""));
    }

    @Override
    public void close() throws InterruptedException {
        portal.close();
    }
}

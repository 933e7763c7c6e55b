package io.latchkey.embedded.demo;

import io.latchkey.embedded.installation.Installation;
import io.latchkey.embedded.scan.Needle;
import io.latchkey.schemas.topics.Topic;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One performance of a story on an installation. */
final class Performance implements AutoCloseable {

    private final Installation installation;
    private final Address address;
    private final Portal portal;
    private final Stage stage;

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
    Verdict of(Plot plot) {
        var play = plot.on(stage, Backstage.of(installation));
        play.play();
        var counts = new ArrayList<>(play.counts(counted()));
        counts.add(Count.of(hits(play.needles()), 0, "plaintext hit"));
        return new Verdict(counts);
    }

    /** What the topics hold once every service has read all there is. */
    private Tally counted() {
        portal.awaitsQuiet();
        var tally = new Tally(portal.journal());
        stage.expect("commands without exactly one reply", List.of(), tally.withoutOneReply(stage.commands()));
        return tally;
    }

    private int hits(List<Needle> used) {
        var canaryDatabase = installation.settings().databasePrefix() + "canary";
        return new Search(stage, used, places()).hits(address.name(Topic.KEYS) + ".dlt", canaryDatabase);
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

package io.latchkey.embedded.demo;

import io.latchkey.embedded.installation.External;
import io.latchkey.embedded.installation.Installation;
import io.latchkey.embedded.installation.InstallationSettings;
import io.latchkey.embedded.installation.PortPlan;
import io.latchkey.embedded.installation.Progress;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.UUID;

/** An installation with a portal and an inbox, under names that nobody has used. */
record Performer(Installation installation, Portal portal, Inbox inbox) implements AutoCloseable {

    static Performer on(External external) {
        var run = "test-" + UUID.randomUUID().toString().substring(0, 8);
        var installation = Installation.start(
                InstallationSettings.ephemeral(PortPlan.free(), external).withNames(run + ".", run + "-"),
                new Progress(new PrintWriter(Writer.nullWriter())));
        return new Performer(
                installation,
                new Portal(Performance.address(installation)),
                new Inbox(installation.addresses().inbox()));
    }

    @Override
    public void close() throws InterruptedException {
        portal.close();
        installation.close();
    }
}

package io.latchkey.embedded.installation;

import io.latchkey.infrastructure.inbox.Inbox;
import io.latchkey.infrastructure.inbox.InboxServer;
import io.latchkey.infrastructure.inbox.MailServer;
import java.net.URI;

/**
 * What the services run on, embedded or not.
 *
 * @param brokers how many there are
 */
record Infrastructure(
        String bootstrapServers,
        int brokers,
        String mongodb,
        String schemaRegistry,
        Inbox inbox,
        MailServer mail,
        InboxServer inboxServer) {

    URI smsUrl() {
        return inboxServer.smsUrl();
    }

    URI voiceUrl() {
        return inboxServer.voiceUrl();
    }
}

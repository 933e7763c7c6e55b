package io.latchkey.infrastructure.inbox;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.latchkey.infrastructure.Ports;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Takes mail for everybody over SMTP, on the loopback interface, and forwards none. */
public final class MailServer implements AutoCloseable {

    private final GreenMail server;
    private final Inbox inbox;

    private MailServer(Inbox inbox, int port) {
        this.inbox = inbox;
        this.server = new GreenMail(new ServerSetup(port, Ports.LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        server.getUserManager().setMessageDeliveryHandler(this::deliver);
    }

    /** @param port 0 for a free one */
    public static MailServer start(Inbox inbox, int port) {
        return new MailServer(inbox, port);
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    private GreenMailUser deliver(MovingMessage mail, MailAddress recipient) throws MessagingException {
        MimeMessage message = mail.getMessage();
        try {
            inbox.takeMail(
                    recipient.getEmail(),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    MailText.of(message),
                    Objects.requireNonNullElse(message.getMessageID(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException("A mail could not be read", e);
        }
        return new Forgetful(recipient.getEmail());
    }

    @Override
    public void close() {
        server.stop();
    }

    /** The inbox has the mail already; a mailbox of the server would keep it without bound. */
    private final class Forgetful extends UserImpl {

        Forgetful(String address) {
            super(address, address, "", server.getUserManager().getImapHostManager());
        }

        @Override
        public void deliver(MovingMessage message) {}
    }
}

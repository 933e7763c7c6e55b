package io.latchkey.notification.smtp;

import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Reason;
import io.latchkey.notification.provider.Letter.Mail;
import io.latchkey.notification.provider.Provider;
import io.latchkey.notification.smtp.EmailProperties.Security;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mail to an SMTP server. What fails before the message is begun was not taken; what the server replies is definite;
 * a connection that breaks later is a lost answer (RFC 5321 section 4.5.3.2.6 has the server take over with its last reply).
 */
final class SmtpServer implements Provider<Mail> {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);

    private final EmailProperties properties;
    private final Session session;
    private final Mails mails;

    SmtpServer(EmailProperties properties, InstantSource clock) {
        this.properties = properties;
        this.session = Session.getInstance(settings(properties));
        this.mails = new Mails(session, properties.from(), clock);
    }

    @Override
    public String name() {
        return properties.name();
    }

    @Override
    public Answer send(Mail mail) {
        try {
            return send(mails.of(mail));
        } catch (MessagingException e) {
            return new Answer.Refused(Reason.INVALID_DESTINATION);
        }
    }

    private Answer send(MimeMessage message) {
        var transport = connected();
        if (transport == null) {
            return new Answer.RetryAfter(Duration.ZERO);
        }
        var answer = transmit(transport, message);
        close(transport);
        return answer;
    }

    private @Nullable Transport connected() {
        try {
            var transport = session.getTransport();
            transport.connect(properties.username(), password());
            return transport;
        } catch (MessagingException | IOException e) {
            return null;
        }
    }

    private static Answer transmit(Transport transport, MimeMessage message) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Answer.Accepted();
        } catch (MessagingException e) {
            return SmtpAnswers.of(e);
        }
    }

    /** The answer stands, whatever comes of the farewell. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the mail server did not say goodbye: {}", e.getClass().getSimpleName());
        }
    }

    private @Nullable String password() throws IOException {
        var file = properties.passwordFile();
        return file == null ? null : Files.readString(file).strip();
    }

    private static Properties settings(EmailProperties email) {
        var protocol = email.security() == Security.TLS ? "smtps" : "smtp";
        var settings = new Properties();
        settings.put("mail.transport.protocol", protocol);
        settings.put("mail.mime.allowutf8", "true");
        var prefix = "mail." + protocol + ".";
        settings.put(prefix + "host", email.host());
        settings.put(prefix + "port", Integer.toString(email.port()));
        settings.put(prefix + "auth", Boolean.toString(email.username() != null));
        settings.put(
                prefix + "connectiontimeout",
                Long.toString(email.connectTimeout().toMillis()));
        settings.put(prefix + "timeout", Long.toString(email.timeout().toMillis()));
        settings.put(prefix + "writetimeout", Long.toString(email.timeout().toMillis()));
        settings.put(prefix + "quitwait", "false");
        settings.put(prefix + "ssl.checkserveridentity", "true");
        settings.put(prefix + "starttls.enable", Boolean.toString(email.security() == Security.STARTTLS));
        settings.put(prefix + "starttls.required", Boolean.toString(email.security() == Security.STARTTLS));
        return settings;
    }
}

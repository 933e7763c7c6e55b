package io.latchkey.notification.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.notification.provider.Letter.Mail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.InstantSource;
import java.util.Date;
import java.util.regex.Pattern;

/** Makes MIME messages. */
final class Mails {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private final Session session;
    private final String from;
    private final InstantSource clock;

    Mails(Session session, String from, InstantSource clock) {
        this.session = session;
        this.from = from;
        this.clock = clock;
    }

    /** @throws MessagingException if the address is none */
    MimeMessage of(Mail mail) throws MessagingException {
        var id = "<" + mail.notificationId() + from.substring(from.lastIndexOf('@')) + ">";
        var message = new Identified(session, id);
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(oneLine(mail.subject()), UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        // Nobody's vacation notice shall answer (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setContent(new MimeMultipart("alternative", part(mail.plain(), "plain"), part(mail.html(), "html")));
        message.saveChanges();
        return message;
    }

    /** A line end would begin another header. */
    private static String oneLine(String subject) {
        return CONTROLS.matcher(subject).replaceAll(" ");
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        return part;
    }

    /** The same notification has the same Message-ID, by which mail systems recognise what they get twice. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

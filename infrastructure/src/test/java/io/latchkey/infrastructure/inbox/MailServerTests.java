package io.latchkey.infrastructure.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailServerTests {

    private final Inbox inbox = new Inbox(Clock.systemUTC());
    private final MailServer server = MailServer.start(inbox, 0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takesBothPartsOfAMail() throws Exception {
        MimeMessage mail = mail();
        mail.setContent(new MimeMultipart("alternative", part("grüezi", "plain"), part("<b>grüezi</b>", "html")));
        Transport.send(mail);

        assertThat(inbox.messages()).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(Message.Kind.EMAIL);
            assertThat(message.to()).isEqualTo("ana@example.org");
            assertThat(message.subject()).isEqualTo("Schlüssel 钥匙");
            assertThat(message.text()).isEqualTo("grüezi");
            assertThat(message.html()).isEqualTo("<b>grüezi</b>");
            assertThat(message.reference()).isEqualTo(mail.getMessageID());
        });
    }

    @Test
    void takesAMailOfOnePart() throws Exception {
        MimeMessage mail = mail();
        mail.setText("hello", "UTF-8");
        Transport.send(mail);

        assertThat(inbox.messagesTo("Ana@example.org")).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("hello");
            assertThat(message.html()).isNull();
        });
    }

    private MimeMessage mail() throws MessagingException {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(server.port()));
        MimeMessage mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom("latchkey@example.org");
        mail.setRecipient(RecipientType.TO, new InternetAddress("ana@example.org"));
        mail.setSubject("Schlüssel 钥匙", "UTF-8");
        return mail;
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", type);
        return part;
    }
}

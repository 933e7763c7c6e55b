package io.latchkey.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Answer.Accepted;
import io.latchkey.notification.delivery.Answer.Refused;
import io.latchkey.notification.delivery.Reason;
import io.latchkey.notification.provider.Letter.Mail;
import io.latchkey.notification.smtp.EmailProperties.Security;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID ID = new UUID(1, 2);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void arrivesWithAPlainAndAnHtmlPart() throws Exception {
        assertThat(send("somebody@contoso.example")).isEqualTo(new Accepted());

        var received = received();
        assertThat(received.getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) received.getContent();
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Ihr Code: 123456, gültig 验证码");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Ihr Code: 123456</p>");
        assertThat(received.getSubject()).isEqualTo("您的验证码");
        assertThat(received.getSentDate()).isEqualTo(NOON);
        assertThat(received.getFrom()[0]).hasToString("latchkey@contoso.example");
        assertThat(received.getAllRecipients()[0]).hasToString("somebody@contoso.example");
    }

    @Test
    void isRecognisedWhenItIsSentAgain() throws Exception {
        send("somebody@contoso.example");

        assertThat(received().getMessageID()).isEqualTo("<00000000-0000-0001-0000-000000000002@contoso.example>");
    }

    @Test
    void asksForNoAutomaticReply() throws Exception {
        send("somebody@contoso.example");

        assertThat(received().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received().getHeader("X-Auto-Response-Suppress")).containsExactly("All");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nobody", "a@b@c", "two@contoso.example, three@contoso.example", "a\r\nBcc: x@y.example"})
    void isNotSentToWhatIsNoAddress(String to) {
        assertThat(send(to)).isEqualTo(new Refused(Reason.INVALID_DESTINATION));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    /** Wherever a subject comes from, it stays one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eve\r\nBcc: eve@evil.example",
                "Eve\nBcc: eve@evil.example",
                "Eve\rBcc: eve@evil.example",
                "Eve\r\n\r\n<b>pay here</b>",
                "Eve\r\n Bcc: eve@evil.example",
                "Ève 验证码\r\nBcc: eve@evil.example",
                "Eve\u2028Bcc: eve@evil.example\u0000"
            })
    void addsNoHeaderByItsSubject(String subject) throws Exception {
        assertThat(send("somebody@contoso.example", subject)).isEqualTo(new Accepted());

        var received = received();
        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getAllRecipients()).hasSize(1);
        assertThat(received.getSubject()).doesNotContain("\r", "\n").contains("ve ");
        assertThat(((MimeMultipart) received.getContent()).getBodyPart(0).getContent())
                .isEqualTo("Ihr Code: 123456, gültig 验证码");
    }

    private Answer send(String to) {
        return send(to, "您的验证码");
    }

    private Answer send(String to, String subject) {
        var mail = new Mail(ID, to, subject, "Ihr Code: 123456, gültig 验证码", "<p>Ihr Code: 123456</p>");
        return new SmtpServer(properties(), InstantSource.fixed(NOON)).send(mail);
    }

    private MimeMessage received() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private EmailProperties properties() {
        return new EmailProperties(
                "127.0.0.1",
                server.getSmtp().getPort(),
                "latchkey@contoso.example",
                "smtp",
                Security.NONE,
                null,
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
    }
}

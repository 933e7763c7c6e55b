package io.latchkey.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Answer.Accepted;
import io.latchkey.notification.delivery.Answer.Lost;
import io.latchkey.notification.delivery.Answer.Refused;
import io.latchkey.notification.delivery.Answer.RetryAfter;
import io.latchkey.notification.delivery.Reason;
import io.latchkey.notification.provider.Letter.Mail;
import io.latchkey.notification.smtp.EmailProperties.Security;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server's every reply means. */
class SmtpDialogueTest {

    private static final Answer LATER = new RetryAfter(Duration.ZERO);
    private static final String HANG_UP = "hang up";
    private static final String SILENCE = "silence";

    @ParameterizedTest
    @MethodSource
    void endsInAnAnswer(Map<String, String> replies, Answer answer) throws IOException {
        try (var server = new ScriptedSmtp(replies)) {
            assertThat(send(server.port(), Security.NONE, null)).isEqualTo(answer);
        }
    }

    static Stream<Arguments> endsInAnAnswer() {
        return Stream.of(
                arguments(Map.of(), new Accepted()),
                arguments(Map.of("connect", "421 busy"), LATER),
                arguments(Map.of("connect", "554 no"), LATER),
                arguments(Map.of("connect", HANG_UP), LATER),
                arguments(Map.of("connect", SILENCE), LATER),
                arguments(Map.of("EHLO", HANG_UP), LATER),
                arguments(Map.of("MAIL", "451 later"), LATER),
                arguments(Map.of("MAIL", "530 who are you?"), LATER),
                arguments(Map.of("MAIL", "550 not from there"), new Refused(Reason.REFUSED)),
                arguments(Map.of("RCPT", "450 greylisted"), LATER),
                arguments(Map.of("RCPT", "550 nobody here"), new Refused(Reason.INVALID_DESTINATION)),
                arguments(Map.of("RCPT", "553 no such name"), new Refused(Reason.INVALID_DESTINATION)),
                arguments(Map.of("DATA", "421 closing"), LATER),
                arguments(Map.of("DATA", "554 no"), new Refused(Reason.REFUSED)),
                arguments(Map.of(".", "452 full"), LATER),
                arguments(Map.of(".", "554 looks like spam"), new Refused(Reason.REFUSED)),
                arguments(Map.of(".", HANG_UP), new Lost()),
                arguments(Map.of(".", SILENCE), new Lost()),
                // It has taken the message; how it says goodbye does not matter.
                arguments(Map.of("QUIT", HANG_UP), new Accepted()),
                arguments(Map.of("QUIT", "500 what?"), new Accepted()));
    }

    @Test
    void doesNotBeginWhereNobodyListens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(send(port, Security.NONE, null)).isEqualTo(LATER);
    }

    @Test
    void doesNotGoOnInTheClear() throws IOException {
        try (var server = new ScriptedSmtp(Map.of())) {
            assertThat(send(server.port(), Security.STARTTLS, null)).isEqualTo(LATER);
            assertThat(server.commands()).doesNotContain("MAIL");
        }
    }

    @Test
    void doesNotBeginWithoutThePasswordThatItNeeds() throws IOException {
        try (var server = new ScriptedSmtp(Map.of())) {
            assertThat(send(server.port(), Security.NONE, Path.of("missing"))).isEqualTo(LATER);
            assertThat(server.commands()).isEmpty();
        }
    }

    private static Answer send(int port, Security security, @Nullable Path passwordFile) {
        var properties = new EmailProperties(
                "127.0.0.1",
                port,
                "latchkey@contoso.example",
                "smtp",
                security,
                passwordFile == null ? null : "latchkey",
                passwordFile,
                Duration.ofMillis(500),
                Duration.ofMillis(500));
        var mail = new Mail(new UUID(1, 2), "somebody@contoso.example", "Code", "123456", "<p>123456</p>");
        return new SmtpServer(properties, InstantSource.system()).send(mail);
    }
}

package io.latchkey.notification.provider;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.Lease;
import io.latchkey.notification.delivery.Message;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.delivery.Progress;
import io.latchkey.notification.delivery.Reason;
import io.latchkey.notification.provider.Letter.Call;
import io.latchkey.notification.provider.Letter.Mail;
import io.latchkey.notification.provider.Letter.Sms;
import io.latchkey.notification.text.TextProperties;
import io.latchkey.notification.text.Texts;
import io.latchkey.schemas.Sealed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpeningSenderTest {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    private final List<Letter> sent = new ArrayList<>();

    @Test
    void opensBothSealsForWhatTheyBelongTo() {
        assertThat(send(started(1, 0), NOON)).isEqualTo(new Answer.Accepted());

        assertThat(sent).singleElement().isInstanceOfSatisfying(Sms.class, sms -> {
            assertThat(sms.notificationId()).isEqualTo(ID);
            assertThat(sms.to()).isEqualTo(opened("destination", METHOD));
            assertThat(sms.text()).contains(opened("code", ID), "no. 3", "12:00 UTC", "valid 5 min");
        });
    }

    @Test
    void saysTheSameWheneverItSends() {
        send(started(1, 0), NOON);
        send(new Started(MESSAGE, progress(2, 1), OTHER_LEASE, null), LATER);

        assertThat(sent).hasSize(2).containsOnly(sent.getFirst());
    }

    @Test
    void calls() {
        var message = message(ID, Channel.VOICE, EXPIRY);

        assertThat(send(new Started(message, progress(1, 0), LEASE, null), NOON))
                .isEqualTo(new Answer.Accepted());
        assertThat(sent).singleElement().isInstanceOfSatisfying(Call.class, call -> {
            assertThat(call.notificationId()).isEqualTo(ID);
            assertThat(call.to()).isEqualTo(opened("destination", METHOD));
            assertThat(call.text()).contains("code number 3");
        });
    }

    @Test
    void mailsANotice() {
        var notice = new Content.Notice(
                Content.Change.REPLACED, Content.Kind.PHONE, "•••• •••• 42", Content.Actor.PERSON, false);

        assertThat(send(saying(notice, Channel.EMAIL), NOON)).isEqualTo(new Answer.Accepted());
        assertThat(sent)
                .singleElement()
                .isInstanceOfSatisfying(
                        Mail.class, mail -> assertThat(mail.plain()).contains("•••• •••• 42"));
    }

    @Test
    void mailsAnAdministratorWhoAsks() {
        var help = new Content.HelpWanted(Content.Page.NOT_ENABLED, Content.Why.POLICY_NONE, sealed("name"), NOON);

        assertThat(send(saying(help, Channel.EMAIL), NOON)).isEqualTo(new Answer.Accepted());
        assertThat(sent).singleElement().isInstanceOfSatisfying(Mail.class, mail -> {
            assertThat(mail.to()).isEqualTo(opened("administrator-address", METHOD));
            assertThat(mail.plain()).contains("u-1", "Name: " + opened("display-name", SENT.recordId()));
        });
    }

    @Test
    void callsNobodyOnceTheLeaseIsShorterThanACallMayTake() {
        assertThat(send(started(1, 0), LEASE.until().minus(LONGEST_CALL))).isEqualTo(new Answer.NotCalled());
        assertThat(sent).isEmpty();
    }

    @Test
    void callsNobodyOnceTheMessageHasExpired() {
        var lease = new Lease("one", EXPIRY.plusSeconds(60));

        assertThat(send(new Started(MESSAGE, progress(1, 0), lease, null), EXPIRY))
                .isEqualTo(new Answer.NotCalled());
        assertThat(sent).isEmpty();
    }

    @Test
    void callsNobodyWhereASealCannotBeOpened() {
        var unreadable = new OpeningSender(
                (blob, belongsTo) -> new Opened.Unreadable(),
                new Texts(new TextProperties("Latchkey", null)),
                providers(),
                LONGEST_CALL,
                InstantSource.fixed(NOON));

        assertThat(unreadable.send(started(1, 0))).isEqualTo(new Answer.Unsendable(Reason.UNREADABLE));
        assertThat(sent).isEmpty();
    }

    @Test
    void callsNobodyWhereTheProviderIsGone() {
        var gone = new Started(MESSAGE, new Progress(NOON, 1, 0, "bankrupt"), LEASE, null);

        assertThat(send(gone, NOON)).isEqualTo(new Answer.Unsendable(Reason.NO_PROVIDER));
    }

    private Answer send(Started attempt, Instant now) {
        Opener opener = OpeningSenderTest::open;
        var texts = new Texts(new TextProperties("Latchkey", null));
        return new OpeningSender(opener, texts, providers(), LONGEST_CALL, InstantSource.fixed(now)).send(attempt);
    }

    /** Shows what was asked for, so that a test sees it. */
    private static Opened open(Sealed sealed, AssociatedData belongsTo) {
        var blob = StandardCharsets.UTF_8.decode(sealed.getCiphertext()).toString();
        assertThat(blob)
                .isEqualTo(
                        switch (belongsTo.purpose()) {
                            case "code" -> "cipher digits";
                            case "display-name" -> "cipher name";
                            default -> "cipher destination";
                        });
        assertThat(belongsTo.key()).isEqualTo(ACCOUNT);
        return new Opened.Readable(opened(belongsTo.purpose(), belongsTo.boundTo()));
    }

    private static String opened(String purpose, UUID boundTo) {
        return purpose + " of " + boundTo;
    }

    private Providers providers() {
        return new Providers(List.of(new Acme<>()), List.of(new Acme<>()), List.of(new Acme<>()));
    }

    private static Started saying(Content content, Channel channel) {
        var message = new Message(
                ID, ACCOUNT, content, channel, METHOD, sealed("destination"), "en", EXPIRY, SENT, new UUID(7, 7));
        return new Started(message, progress(1, 0), LEASE, null);
    }

    private final class Acme<L extends Letter> implements Provider<L> {
        @Override
        public String name() {
            return "acme";
        }

        @Override
        public Answer send(L letter) {
            sent.add(letter);
            return new Answer.Accepted();
        }
    }
}

package io.latchkey.notification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.latchkey.infrastructure.inbox.Message;
import io.latchkey.notification.queue.NotificationStore;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.NotificationAccepted;
import io.latchkey.schemas.NotificationCancelled;
import io.latchkey.schemas.NotificationExpired;
import io.latchkey.schemas.NotificationPurpose;
import io.latchkey.schemas.NotificationRejected;
import io.latchkey.schemas.topics.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Notification alone on a real broker: registration and verification are played by the test. */
class NotificationServiceTest {

    private static final Installation INSTALLATION = new Installation();
    private static final Log LOG = INSTALLATION.log();

    private final Account account = new Account(INSTALLATION);

    @AfterAll
    static void close() throws Exception {
        INSTALLATION.close();
    }

    @Test
    void aCodeReachesAPhone() {
        var code = account.codeByPhone();
        account.tell(code);

        var accepted = awaitsAccepted(code.getCodeId());
        assertThat(accepted.getPurpose()).isEqualTo(NotificationPurpose.CODE);
        assertThat(accepted.getProvider()).isEqualTo("sms-webhook");
        assertThat(accepted.getAttempt()).isOne();
        assertThat(accepted.getMetadata().getSequence()).isOne();
        assertThat(accepted.getMetadata().getCausationId())
                .isEqualTo(code.getMetadata().getEventId());
        assertThat(account.texts()).singleElement().satisfies(text -> {
            assertThat(text.text()).contains(Account.DIGITS, "no. 1");
            assertThat(text.reference()).isEqualTo(code.getCodeId().toString());
        });
    }

    @Test
    @Tag("SPEC-2.1d")
    void aCodeIsSpokenAtAnExtension() {
        var code = account.codeByVoice();
        account.tell(code);

        assertThat(awaitsAccepted(code.getCodeId()).getProvider()).isEqualTo("voice-webhook");
        assertThat(account.texts()).singleElement().satisfies(call -> {
            assertThat(call.kind()).isEqualTo(Message.Kind.CALL);
            assertThat(call.extension()).isEqualTo("123");
            assertThat(call.text()).contains("7, 3, 9, 1, 5, 4. I repeat: 7, 3, 9, 1, 5, 4.");
        });
    }

    @Test
    void aCodeReachesAMailbox() {
        var code = account.codeByMail();
        account.tell(code);

        assertThat(awaitsAccepted(code.getCodeId()).getProvider()).isEqualTo("smtp");
        assertThat(account.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Latchkey: Ihr Code (Nr. 1)");
            assertThat(mail.text()).contains(Account.DIGITS);
            assertThat(mail.html()).contains(Account.DIGITS);
        });
    }

    @Test
    void aRecordReadAgainLongAfterSendsNothing() {
        var code = account.codeByPhone();
        account.tell(code);
        awaitsAccepted(code.getCodeId());

        account.tell(code);
        var next = account.codeByPhone();
        account.tell(next);
        awaitsAccepted(next.getCodeId());

        assertThat(account.texts()).hasSize(2).extracting(Message::copies).containsOnly(1);
        assertThat(LOG.all(
                        NotificationAccepted.class,
                        event -> event.getNotificationId().equals(code.getCodeId())))
                .hasSize(1);
    }

    @Test
    void aCodeThatWasProvenBeforeItCameIsNotSent() {
        var code = account.codeByPhone();
        account.tell(account.verified(code.getCodeId()));
        var store = INSTALLATION.bean(NotificationStore.class);
        Awaitility.await().until(() -> !store.load(Set.of(code.getCodeId())).isEmpty());

        account.tell(code);

        var cancelled = LOG.awaits(
                NotificationCancelled.class, event -> event.getNotificationId().equals(code.getCodeId()));
        assertThat(cancelled.getAttempt()).isZero();
        assertThat(account.texts()).isEmpty();
    }

    @Test
    void aCodeThatWaitedTooLongIsNotSent() {
        var code = account.codeThatExpired();
        account.tell(code);

        LOG.awaits(NotificationExpired.class, event -> event.getNotificationId().equals(code.getCodeId()));
        assertThat(account.texts()).isEmpty();
    }

    @Test
    void aCodeThatIsRedrivenAfterItsTimeIsNotSent() {
        LOG.send(Topic.VERIFICATION_CODES, account.key().value(), "garbage".getBytes(UTF_8));
        LOG.awaitsDeadLetter(account.key().value());
        var code = account.codeThatExpired();

        LOG.redrives(account.key().value(), code, code.getRequestedAt());

        LOG.awaits(NotificationExpired.class, event -> event.getNotificationId().equals(code.getCodeId()));
        assertThat(account.texts()).isEmpty();
    }

    @Test
    void aCodeThatIsRedrivenInTimeIsSentOnceHoweverOftenItIsRedriven() {
        LOG.send(Topic.VERIFICATION_CODES, account.key().value(), "garbage".getBytes(UTF_8));
        LOG.awaitsDeadLetter(account.key().value());
        var code = account.codeByPhone();

        LOG.redrives(account.key().value(), code, code.getRequestedAt());
        awaitsAccepted(code.getCodeId());
        LOG.redrives(account.key().value(), code, code.getRequestedAt());
        var next = account.codeByPhone();
        LOG.redrives(account.key().value(), next, next.getRequestedAt());
        awaitsAccepted(next.getCodeId());

        assertThat(account.texts()).hasSize(2).extracting(Message::copies).containsOnly(1);
    }

    @Test
    void everyoneConcernedIsToldOfAChange() {
        var proven = account.provenByPhone();
        account.tell(proven);

        var causation = proven.getMetadata().getEventId();
        Awaitility.await().until(() -> accepted(causation).size() == 2);
        assertThat(accepted(causation))
                .extracting(NotificationAccepted::getPurpose)
                .containsOnly(NotificationPurpose.NOTICE);
        assertThat(account.texts())
                .singleElement()
                .extracting(Message::text)
                .asString()
                .contains("42", "phone");
        assertThat(account.mails())
                .singleElement()
                .extracting(Message::text)
                .asString()
                .contains("42", "电话号码");
    }

    @Test
    void aReminderComesOnceHoweverOftenItsEventIsRead() {
        var due = account.due();
        account.tell(due);
        account.tell(due);
        var code = account.codeByMail();
        account.tell(code);
        awaitsAccepted(code.getCodeId());

        var causation = due.getMetadata().getEventId();
        Awaitility.await().until(() -> !accepted(causation).isEmpty());
        assertThat(accepted(causation))
                .singleElement()
                .extracting(NotificationAccepted::getPurpose)
                .isEqualTo(NotificationPurpose.REMINDER);
        assertThat(account.mails()).hasSize(2);
    }

    @Test
    void aReminderThatStillWaitsIsNotSentOnceItIsAnswered() {
        INSTALLATION.smsProviderGoesAway();
        var due = account.dueByText();
        account.tell(due);
        awaitsStored(account);

        account.tell(account.confirmed());
        var cancelled = LOG.awaits(NotificationCancelled.class, event -> belongsTo(account, event.getMetadata()));
        INSTALLATION.smsProviderComesBack();

        assertThat(cancelled.getPurpose()).isEqualTo(NotificationPurpose.REMINDER);
        var code = account.codeByPhone();
        account.tell(code);
        awaitsAccepted(code.getCodeId());
        assertThat(account.texts()).hasSize(1);
    }

    @Test
    void theThirdReminderIsTheMostUrgent() {
        var reminder = account.remindedAgain(3);
        account.tell(reminder);

        Awaitility.await()
                .until(() -> !accepted(reminder.getMetadata().getEventId()).isEmpty());
        assertThat(account.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("Latchkey: Letzte Erinnerung");
            assertThat(mail.text()).contains("01.01.2026");
        });
    }

    @Test
    void anErasedAccountIsToldOfThatAndOfNothingElse() {
        INSTALLATION.smsProviderGoesAway();
        var waiting = account.codeByPhone();
        account.tell(waiting);
        awaitsStored(account);
        var late = account.codeByPhone();

        var erased = account.erased();
        account.tell(erased);
        awaitsCancelled(waiting.getCodeId());
        account.tell(late);
        awaitsCancelled(late.getCodeId());
        INSTALLATION.smsProviderComesBack();

        Awaitility.await()
                .until(() -> !accepted(erased.getMetadata().getEventId()).isEmpty());
        assertThat(account.texts()).isEmpty();
        assertThat(account.mails())
                .singleElement()
                .extracting(Message::subject)
                .isEqualTo("Latchkey: your account was erased");
        var store = INSTALLATION.bean(NotificationStore.class);
        Awaitility.await().until(() -> store.underWay(Set.of(account.key())).isEmpty());
        assertThat(everythingStored())
                .contains(account.key().userId())
                .doesNotContain("ciphertext", account.number().substring(1));

        var ofNextGeneration = account.codeByPhone();
        account.tell(ofNextGeneration);
        awaitsAccepted(ofNextGeneration.getCodeId());
    }

    @Test
    @Tag("SPEC-6.6b")
    @Tag("SPEC-6.6c")
    void anAdministratorIsMailedWhenSomebodyAsksForHelp() {
        var administrator = "admin-" + account.key().userId() + "@contoso.example";
        var contacted = account.contacts(administrator, "Eve\r\nBcc: eve@evil.example\r\n\r\n<b>Click here</b>");
        account.tell(contacted);

        var accepted = LOG.awaits(NotificationAccepted.class, event -> belongsTo(account, event.getMetadata()));
        assertThat(accepted.getPurpose()).isEqualTo(NotificationPurpose.ADMINISTRATOR);
        assertThat(accepted.getMethodId())
                .isEqualTo(contacted.getAdministrators().getFirst().getRecipientId());
        assertThat(INSTALLATION.inbox().messagesTo("eve@evil.example")).isEmpty();
        assertThat(INSTALLATION.inbox().messagesTo(administrator))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject())
                            .isEqualTo("Latchkey: " + account.key().userId() + " asks for help");
                    assertThat(mail.text().lines())
                            .contains(
                                    "Name: Eve Bcc: eve@evil.example <b>Click here</b>",
                                    "Case: nothing that counts is registered");
                    assertThat(mail.html()).contains("&lt;b&gt;Click here");
                });
    }

    @Test
    void aDestinationSealedForAnotherMethodIsNotUsed() {
        var code = account.codeForAnotherMethodsDestination();
        account.tell(code);

        var rejected = LOG.awaits(
                NotificationRejected.class, event -> event.getNotificationId().equals(code.getCodeId()));
        assertThat(rejected.getReason()).isEqualTo("UNREADABLE");
        assertThat(account.texts()).isEmpty();
    }

    @Test
    void whatNobodyCanReadBecomesADeadLetterAndTheRestGoesOn() {
        LOG.send(Topic.VERIFICATION_CODES, account.key().value(), "garbage".getBytes(UTF_8));
        assertThat(LOG.awaitsDeadLetter(account.key().value())).isEqualTo("MALFORMED");

        var large = new Account(INSTALLATION);
        LOG.send(Topic.VERIFICATION_CODES, large.key().value(), new byte[64 * 1024 + 1]);
        assertThat(LOG.awaitsDeadLetter(large.key().value())).isEqualTo("TOO_LARGE");

        var code = account.codeByPhone();
        account.tell(code);
        awaitsAccepted(code.getCodeId());
    }

    @Test
    void aProviderThatIsAwayDelaysItsOwnMessagesOnly() throws Exception {
        INSTALLATION.smsProviderGoesAway();
        var text = account.codeByPhone();
        account.tell(text);
        var mail = account.codeByMail();
        account.tell(mail);

        awaitsAccepted(mail.getCodeId());
        assertThat(readiness()).isEqualTo(200);
        assertThat(accepted(text.getMetadata().getEventId())).isEmpty();

        INSTALLATION.smsProviderComesBack();
        awaitsAccepted(text.getCodeId());
        assertThat(account.texts()).singleElement().extracting(Message::copies).isEqualTo(1);
    }

    @Test
    void whatWaitsSurvivesARestart() {
        INSTALLATION.smsProviderGoesAway();
        var code = account.codeByPhone();
        account.tell(code);
        var store = INSTALLATION.bean(NotificationStore.class);
        Awaitility.await().until(() -> !store.load(Set.of(code.getCodeId())).isEmpty());

        INSTALLATION.restart();
        INSTALLATION.smsProviderComesBack();

        awaitsAccepted(code.getCodeId());
        assertThat(account.texts()).singleElement().extracting(Message::copies).isEqualTo(1);
    }

    @Test
    void nothingPersonalIsKeptInPlainAndNothingSealedOnceItWasTold() {
        var code = account.codeByPhone();
        account.tell(code);
        awaitsAccepted(code.getCodeId());

        var store = INSTALLATION.bean(NotificationStore.class);
        Awaitility.await().until(() -> store.load(Set.of(code.getCodeId())).isEmpty());
        assertThat(everythingStored())
                .contains(account.key().userId())
                .doesNotContain(account.number().substring(1), Account.DIGITS)
                .doesNotContain("ciphertext");
    }

    private static NotificationAccepted awaitsAccepted(UUID notification) {
        return LOG.awaits(
                NotificationAccepted.class, event -> event.getNotificationId().equals(notification));
    }

    private static void awaitsCancelled(UUID notification) {
        LOG.awaits(
                NotificationCancelled.class, event -> event.getNotificationId().equals(notification));
    }

    private static void awaitsStored(Account account) {
        var store = INSTALLATION.bean(NotificationStore.class);
        Awaitility.await().until(() -> !store.underWay(Set.of(account.key())).isEmpty());
    }

    private static boolean belongsTo(Account account, EventMetadata metadata) {
        return metadata.getUserId().equals(account.key().userId());
    }

    private static List<NotificationAccepted> accepted(UUID causation) {
        return LOG.all(
                NotificationAccepted.class,
                event -> causation.equals(event.getMetadata().getCausationId()));
    }

    private static int readiness() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(INSTALLATION.url("/actuator/health/readiness")));
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }

    private static String everythingStored() {
        var stored = new StringBuilder();
        try (var client = MongoClients.create(INSTALLATION.databaseUri())) {
            var database = client.getDatabase("notification");
            for (var collection : database.listCollectionNames().into(new ArrayList<>())) {
                database.getCollection(collection, RawBsonDocument.class)
                        .find()
                        .forEach(document -> stored.append(
                                ISO_8859_1.decode(document.getByteBuffer().asNIO())));
            }
        }
        return stored.toString();
    }
}

package io.latchkey.verification;

import static io.latchkey.schemas.CodeRejectionReason.ALREADY_PROVEN;
import static io.latchkey.schemas.CodeRejectionReason.COMMAND_ID_REUSED;
import static io.latchkey.schemas.CodeRejectionReason.EXPIRED;
import static io.latchkey.schemas.CodeRejectionReason.INVALID_FIELD;
import static io.latchkey.schemas.CodeRejectionReason.LOCKED;
import static io.latchkey.schemas.CodeRejectionReason.RATE_LIMITED;
import static io.latchkey.schemas.CodeRejectionReason.SUPERSEDED;
import static io.latchkey.schemas.CodeRejectionReason.UNKNOWN_CODE;
import static io.latchkey.schemas.CodeRejectionReason.UNKNOWN_METHOD;
import static io.latchkey.schemas.CodeRejectionReason.UNREADABLE_FIELD;
import static io.latchkey.schemas.CodeRejectionReason.WRONG_CODE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.GuessesExhausted;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.SendCode;
import io.latchkey.schemas.topics.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.UUID;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Verification alone on a real broker: registration, notification and portals are played by the test. */
class VerificationServiceTest {

    private static final String PHONE = "+4915123456789";
    private static final Installation INSTALLATION = new Installation();
    private static final Log LOG = INSTALLATION.log();

    private final Account account = new Account(INSTALLATION);
    private final String number = "+49151" + UUID.randomUUID().hashCode();

    @BeforeAll
    static void announceNotificationsKey() {
        INSTALLATION.announceNotificationsKey();
        INSTALLATION.definesPolicy("contoso", policy -> policy.setSendCooldownSeconds(0));
    }

    @AfterAll
    static void close() throws Exception {
        INSTALLATION.close();
    }

    @BeforeEach
    void provision() {
        account.isProvisioned(1);
    }

    @Test
    void aPersonProvesAPhone() {
        var sent = account.registers(number);
        assertThat(account.digits(sent)).matches("[0-9]{6}");
        assertThat(account.destination(sent)).isEqualTo(number);
        var issued = LOG.awaits(CodeIssued.class, event -> event.getCodeId().equals(sent.getCodeId()));
        assertThat(issued.getExpiresAt()).isEqualTo(sent.getRequestedAt().plus(Duration.ofMinutes(5)));

        assertThat(account.proves(sent).getMethodId()).isEqualTo(sent.getMethodId());
        assertThat(account.isRefused(sent.getCodeId(), account.digits(sent)).getReason())
                .isEqualTo(ALREADY_PROVEN);
    }

    @Test
    void aNewCodeKillsTheOldOneAndGivesNoGuessesBack() {
        var first = account.registers(number);
        assertThat(account.guessesWrong(first))
                .extracting(CodeRejected::getReason, CodeRejected::getAttemptsLeft)
                .containsExactly(WRONG_CODE, 4);

        assertThat(account.resends(first.getMethodId()).getSupersededCodeId()).isEqualTo(first.getCodeId());
        var second = account.awaitsCode(first.getMethodId(), first.getNumber());
        assertThat(account.isRefused(first.getCodeId(), account.digits(first)).getReason())
                .isEqualTo(SUPERSEDED);
        assertThat(account.guessesWrong(second).getAttemptsLeft()).isEqualTo(3);
        account.proves(second);
    }

    @Test
    void guessesSurviveARestart() {
        var sent = account.registers(number);
        for (int i = 0; i < 4; i++) {
            account.guessesWrong(sent);
        }
        INSTALLATION.restart();

        assertThat(account.guessesWrong(sent).getAttemptsLeft()).isZero();
        var exhausted =
                LOG.awaits(GuessesExhausted.class, event -> event.getMethodId().equals(sent.getMethodId()));
        assertThat(exhausted.getLockedUntil()).isNull();
        assertThat(account.isRefused(sent.getCodeId(), account.digits(sent)).getReason())
                .isEqualTo(LOCKED);
    }

    @Test
    void manyGuessesAtOnceAreEvaluatedNoMoreThanFiveTimes() {
        var sent = account.registers(number);
        var wrong = account.digits(sent).equals("000000") ? "000001" : "000000";
        var last = UUID.randomUUID();
        for (int i = 0; i < 30; i++) {
            last = account.submits(sent.getCodeId(), wrong);
        }

        assertThat(account.refusal(last).getReason()).isEqualTo(LOCKED);
        assertThat(LOG.all(CodeRejected.class, this::isAWrongGuessOfThisAccount))
                .hasSize(5);
    }

    @Test
    void aCommandIsAnsweredOnceAndItsIdIsGoodForOneContent() {
        var sent = account.registers(number);
        var id = UUID.randomUUID();
        account.submits(id, sent.getCodeId(), account.sealCode(id, "000000x"));
        account.submits(id, sent.getCodeId(), account.sealCode(id, "000000x"));
        account.submits(id, UUID.randomUUID(), account.sealCode(id, "000000x"));

        var conflict = LOG.awaits(CodeRejected.class, event -> id.equals(event.getConflictingCommandId()));
        assertThat(conflict.getReason()).isEqualTo(COMMAND_ID_REUSED);
        assertThat(conflict.getMetadata().getCommandId()).isNull();
        assertThat(LOG.all(CodeRejected.class, event -> Account.answers(event.getMetadata(), id)))
                .extracting(CodeRejected::getReason)
                .containsExactly(INVALID_FIELD);
    }

    @Test
    void aCodeSealedForAnotherAccountOrCommandIsUnreadable() {
        var sent = account.registers(number);
        var id = UUID.randomUUID();
        account.submits(id, sent.getCodeId(), new Account(INSTALLATION).sealCode(id, "123456"));
        assertThat(account.refusal(id))
                .extracting(CodeRejected::getReason, CodeRejected::getField)
                .containsExactly(UNREADABLE_FIELD, "code");

        var other = UUID.randomUUID();
        account.submits(other, sent.getCodeId(), account.sealCode(id, "123456"));
        assertThat(account.refusal(other).getReason()).isEqualTo(UNREADABLE_FIELD);
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertThat(account.isRefused(UUID.randomUUID(), "123456"))
                .extracting(CodeRejected::getReason, CodeRejected::getField, CodeRejected::getRetriable)
                .containsExactly(UNKNOWN_CODE, "codeId", false);
        assertThat(account.refusal(account.asksForACode(UUID.randomUUID())))
                .extracting(CodeRejected::getReason, CodeRejected::getField, CodeRejected::getRetriable)
                .containsExactly(UNKNOWN_METHOD, "methodId", true);
    }

    @Test
    void aCodeThatWaitedTooLongIsNotSentAndAnotherMayBeAskedFor() {
        var method =
                account.tellsOf(number, MethodKind.MOBILE_PHONE, Instant.now().minus(Duration.ofHours(1)));
        var rejected = LOG.awaits(CodeRejected.class, event -> method.equals(event.getMethodId()));
        assertThat(rejected.getReason()).isEqualTo(EXPIRED);
        assertThat(rejected.getMetadata().getCommandId()).isNull();

        account.resends(method);
        account.proves(account.awaitsCode(method, 0));
        assertThat(LOG.all(SendCode.class, sent -> sent.getMethodId().equals(method)))
                .hasSize(1);
    }

    @Test
    void anotherAccountUnderTheSameIdStartsWithNothing() {
        var sent = account.registers(number);
        account.isProvisioned(2);

        var again = account.registers(number);
        assertThat(again.getNumber()).isEqualTo(1);
        assertThat(account.isRefused(sent.getCodeId(), account.digits(sent)).getReason())
                .isEqualTo(UNKNOWN_CODE);
    }

    @Test
    @Tag("SPEC-1.4.sendsPerDestination.window")
    void aDestinationGetsTenCodesAnHourHoweverManyAccountsAskForThem() {
        for (int i = 0; i < 10; i++) {
            new Account(INSTALLATION).registers(PHONE);
        }
        var method = account.tellsOf(PHONE, MethodKind.MOBILE_PHONE, Instant.now());

        var rejected = LOG.awaits(CodeRejected.class, event -> method.equals(event.getMethodId()));
        assertThat(rejected.getReason()).isEqualTo(RATE_LIMITED);
        assertThat(rejected.getRetryAt()).isAfter(Instant.now());
    }

    @Test
    void whatNobodyCanActOnBecomesADeadLetterAndTheRestGoesOn() {
        LOG.send(Topic.VERIFICATION_COMMANDS, account.key().value(), "garbage".getBytes(UTF_8));
        assertThat(LOG.awaitsDeadLetter(account.key().value())).isEqualTo("MALFORMED");

        var newer = new Account(INSTALLATION);
        newer.tellsOf(number, MethodKind.UNKNOWN, Instant.now());
        assertThat(LOG.awaitsDeadLetter(newer.key().value())).isEqualTo("DECISION_FAILED");
        newer.registers(number);
        account.registers(number);
    }

    @Test
    void theCodeOfAnEventThatIsRedrivenLongAfterIsBornExpired() {
        LOG.send(Topic.REGISTRATION_EVENTS, account.key().value(), "garbage".getBytes(UTF_8));
        LOG.awaitsDeadLetter(account.key().value());
        var yesterday = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        var registered = account.registered(number, MethodKind.MOBILE_PHONE, yesterday);

        LOG.redrives(account.key().value(), registered, yesterday);

        var sent = account.awaitsCode(registered.getMethodId(), 0);
        assertThat(sent.getExpiresAt())
                .as("notification does not send it any more")
                .isEqualTo(yesterday.plus(Duration.ofMinutes(5)));
        assertThat(account.isRefused(sent.getCodeId(), account.digits(sent)).getReason())
                .isEqualTo(EXPIRED);
    }

    @Test
    void neitherCodesNorDestinationsAreKeptInPlain() {
        var sent = account.registers(number);
        account.guessesWrong(sent);

        assertThat(everythingStored())
                .contains(account.key().userId())
                .doesNotContain(number.substring(1))
                .doesNotContainPattern("(?<![0-9a-f-])" + account.digits(sent) + "(?![0-9a-f-])");
    }

    @Test
    @Tag("SPEC-1.3a")
    void everyTenantsPolicyIsKeptToAndAHigherLimitGivesNoNewGuesses() {
        var tenant = "fabrikam-" + UUID.randomUUID();
        INSTALLATION.definesPolicy(
                tenant,
                policy ->
                        policy.setCodeLength(8).setPhoneCodeLifetimeSeconds(120).setWrongCodesPerMethod(2));
        var member = new Account(INSTALLATION, tenant);
        member.isProvisioned(1);
        var sent = member.registers(number);
        assertThat(member.digits(sent)).matches("[0-9]{8}");
        assertThat(sent.getExpiresAt()).isEqualTo(sent.getRequestedAt().plus(Duration.ofMinutes(2)));
        assertThat(member.guessesWrong(sent).getAttemptsLeft()).isEqualTo(1);

        INSTALLATION.definesPolicy(tenant, policy -> policy.setWrongCodesPerMethod(5));
        assertThat(member.guessesWrong(sent).getAttemptsLeft()).isZero();
        assertThat(member.digits(member.registers(number + "0"))).matches("[0-9]{6}");
    }

    @Test
    void whatIsRemovedOrErasedProvesNothingAnyMore() {
        var sent = account.registers(number);
        account.removes(sent.getMethodId());
        assertThat(LOG.awaits(CodeRejected.class, event -> sent.getCodeId().equals(event.getSupersededCodeId()))
                        .getReason())
                .isEqualTo(UNKNOWN_METHOD);
        assertThat(account.isRefused(sent.getCodeId(), account.digits(sent)).getReason())
                .isEqualTo(UNKNOWN_CODE);

        var last = account.registers(number);
        account.isErased(1);
        LOG.awaits(CodeRejected.class, event -> last.getCodeId().equals(event.getSupersededCodeId()));
        assertThat(account.isRefused(last.getCodeId(), account.digits(last)).getReason())
                .isEqualTo(UNKNOWN_CODE);
        account.isProvisioned(2);
        assertThat(account.registers(number).getNumber()).isEqualTo(1);
    }

    @Test
    void saysThatItIsReady() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(INSTALLATION.url("/actuator/health/readiness")));
            assertThat(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private boolean isAWrongGuessOfThisAccount(CodeRejected rejected) {
        return rejected.getReason() == WRONG_CODE
                && rejected.getMetadata().getUserId().equals(account.key().userId());
    }

    private static String everythingStored() {
        var stored = new StringBuilder();
        try (var client = MongoClients.create(INSTALLATION.databaseUri())) {
            var database = client.getDatabase("verification");
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

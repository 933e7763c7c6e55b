package io.latchkey.registration.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Mask;
import io.latchkey.messaging.mongo.FieldCipher;
import io.latchkey.messaging.mongo.MongoAccountKeys;
import io.latchkey.messaging.secrets.Secrets;
import io.latchkey.registration.account.Account;
import io.latchkey.registration.account.DirectoryEntry;
import io.latchkey.registration.account.PasswordManagement;
import io.latchkey.registration.account.Person;
import io.latchkey.registration.account.Personal;
import io.latchkey.registration.account.Place;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.destination.PhoneNumber;
import io.latchkey.registration.method.Binding;
import io.latchkey.registration.method.DueDate;
import io.latchkey.registration.method.EligibilityReason;
import io.latchkey.registration.method.Method;
import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.method.Methods;
import io.latchkey.registration.method.Origin;
import io.latchkey.registration.method.Progress;
import io.latchkey.registration.method.Proven;
import io.latchkey.registration.method.Questions;
import io.latchkey.registration.method.Register;
import io.latchkey.registration.method.Registration;
import io.latchkey.registration.method.Requirement;
import io.latchkey.registration.method.Standing;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.question.AnswerHash;
import io.latchkey.registration.question.QuestionId;
import io.latchkey.registration.question.RegisteredAnswer;
import io.latchkey.registration.question.SecurityAnswers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegistrationCodecTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T09:00:00Z");
    private static final Instant DUE = Instant.parse("2026-07-01T09:00:00Z");
    private static final String PHONE = "+4915123456789";
    private static final String OTHER_PHONE = "+4917198765432";
    private static final String EMAIL = "ada@example.org";
    private static final String SIGN_IN = "ada.lovelace@contoso.com";
    private static final String NAME = "Ada Lovelace";

    private static final String OFFICE = "+493012345678";
    private static final String HASH = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA";
    private static final DueDate UNANNOUNCED = new DueDate(DUE, NEW_YEAR, Duration.ofDays(180), 0, DUE);
    private static final DueDate ANNOUNCED = new DueDate(DUE, NEW_YEAR, Duration.ofDays(180), 3, null);
    private static final Standing STANDING = new Standing(
            7,
            true,
            true,
            false,
            EligibilityReason.TOO_FEW_METHODS,
            Map.of(MethodKind.EMAIL, new MethodId(new UUID(0, 2))),
            List.of(new Requirement(Requirement.Kind.METHOD, 1, List.of(MethodKind.MOBILE_PHONE))),
            List.of(new Requirement(Requirement.Kind.PROOF, 2, List.of())));

    @TempDir
    static Path secrets;

    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.inMemory();
    private static final MongoClient CLIENT = MongoClients.create(DATABASE.uri());

    private static @Nullable FieldCipher cipher;

    private final RegistrationCodec codec = new RegistrationCodec();

    @BeforeAll
    static void makeAKeyForTheAccount() {
        var account = new AggregateKey("contoso", "u-1");
        var keys = new MongoAccountKeys(
                CLIENT.getDatabase("registration"), new Secrets(secrets, true).aead("account-kek"));
        cipher = Objects.requireNonNull(keys.create(Set.of(account)).get(account))
                .cipher();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        DATABASE.close();
    }

    static Stream<Registration> states() {
        return Stream.of(
                new Registration(
                        account(true, new Person(null, null)),
                        new Methods(List.of(), List.of()),
                        null,
                        new Progress(null, null, null, List.of(), null),
                        new Register(List.of()),
                        STANDING),
                full(true, UNANNOUNCED),
                full(true, ANNOUNCED),
                full(false, UNANNOUNCED));
    }

    @ParameterizedTest
    @MethodSource("states")
    @Tag("SPEC-2.1g")
    void whatIsWrittenIsReadAgain(Registration state) {
        var throughBson = new RawBsonDocument(encode(state), new DocumentCodec()).decode(new DocumentCodec());
        assertThat(codec.decode(throughBson, cipher())).isEqualTo(state);
    }

    @Test
    @Tag("SPEC-1.2e")
    void holdsNothingPersonalInPlain() {
        var bytes = bytes(encode(full(true, UNANNOUNCED)));
        assertThat(bytes).as("the canary").contains("object-1");
        for (var personal : List.of(PHONE, OTHER_PHONE, EMAIL, SIGN_IN, NAME, OFFICE, HASH)) {
            var utf8 = personal.getBytes(StandardCharsets.UTF_8);
            assertThat(bytes)
                    .doesNotContain(personal)
                    .doesNotContain(personal.substring(1))
                    .doesNotContain(HexFormat.of().formatHex(utf8))
                    .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(utf8));
        }
    }

    @Test
    void aSealedValueCannotTakeAnothersPlace() {
        var document = encode(full(true, null));
        var methods = document.get("methods", Document.class);
        var phone = methods.getList("proven", Document.class).get(0);
        var waiting = methods.getList("unproven", Document.class).get(0);
        waiting.append("destination", phone.get("destination"));
        assertThatException().isThrownBy(() -> codec.decode(document, cipher()));
    }

    @Test
    void isFoundByTheScanUntilItIsAnnounced() {
        assertThat(queryable(full(true, UNANNOUNCED))).containsEntry("tickAt", Date.from(DUE));
        assertThat(queryable(full(true, ANNOUNCED))).doesNotContainKey("tickAt");
        assertThat(queryable(full(false, UNANNOUNCED))).doesNotContainKey("tickAt");
        assertThat(queryable(full(true, null))).doesNotContainKey("tickAt");
    }

    @Test
    void isCountedByWhatItWasLastJudgedToBe() {
        assertThat(queryable(full(true, null)))
                .isEqualTo(new Document("tenant", "contoso")
                        .append("registered", true)
                        .append("enabled", true)
                        .append("capable", false)
                        .append("judgedBy", 7L));
    }

    @Test
    void whatKindsOfMethodsThereAreIsSeenWithoutAKey() {
        var stored = new StoredAccount(
                new AggregateKey("contoso", "u-1"), NEW_YEAR, 1, null, encode(full(true, UNANNOUNCED)));
        assertThat(stored.methods())
                .containsEntry(id(1), MethodKind.MOBILE_PHONE)
                .containsEntry(id(4), MethodKind.OFFICE_PHONE)
                .containsEntry(id(5), MethodKind.SECURITY_QUESTIONS)
                .hasSize(5);
        assertThat(stored.toString()).isEqualTo("StoredAccount[revision 1]");
    }

    private Document queryable(Registration state) {
        return codec.queryable(new AggregateKey("contoso", "u-1"), state);
    }

    private Document encode(Registration state) {
        return codec.encode(state, cipher());
    }

    private static FieldCipher cipher() {
        return Objects.requireNonNull(cipher);
    }

    private static String bytes(Document document) {
        ByteBuffer bson = new RawBsonDocument(document, new DocumentCodec())
                .getByteBuffer()
                .asNIO();
        return StandardCharsets.ISO_8859_1.decode(bson).toString();
    }

    private static Registration full(boolean enabled, @Nullable DueDate due) {
        var person = new Person(new Personal(SIGN_IN), new Personal(NAME));
        return new Registration(
                account(enabled, person),
                methods(),
                due,
                new Progress(NEW_YEAR, NEW_YEAR.minusSeconds(1), DUE, List.of(NEW_YEAR, DUE), null),
                new Register(List.of(
                        new Binding(id(1), MethodKind.MOBILE_PHONE, Mask.phone(PHONE), NEW_YEAR, null),
                        new Binding(id(9), MethodKind.SECURITY_QUESTIONS, null, NEW_YEAR, DUE))),
                STANDING);
    }

    private static Account account(boolean enabled, Person person) {
        return new Account(
                3,
                new DirectoryEntry("object-1", enabled, List.of("staff", "admins"), true),
                PasswordManagement.CLOUD,
                person,
                new Place("DE", "de-DE", "Europe/Berlin"));
    }

    private static MethodId id(int number) {
        return new MethodId(new UUID(0, number));
    }

    private static Methods methods() {
        var phone = method(1, MethodKind.MOBILE_PHONE, Channel.SMS, PHONE);
        var email = method(2, MethodKind.EMAIL, Channel.EMAIL, EMAIL);
        var waiting = method(3, MethodKind.MOBILE_PHONE, Channel.SMS, OTHER_PHONE);
        var office = new Method(
                id(4),
                MethodKind.OFFICE_PHONE,
                Channel.VOICE,
                new PhoneNumber(OFFICE, "123"),
                NEW_YEAR,
                Origin.ADMINISTRATOR);
        var answers = new SecurityAnswers(
                List.of(new RegisteredAnswer(new QuestionId("hiding-place"), new AnswerHash(HASH))), NEW_YEAR);
        return new Methods(
                List.of(waiting, office),
                List.of(new Proven(phone, NEW_YEAR, NEW_YEAR), new Proven(email, NEW_YEAR, DUE)),
                new Questions(id(5), answers, NEW_YEAR));
    }

    private static Method method(int id, MethodKind kind, Channel channel, String destination) {
        return new Method(
                new MethodId(new UUID(0, id)),
                kind,
                channel,
                kind == MethodKind.EMAIL ? new EmailAddress(destination) : new PhoneNumber(destination),
                NEW_YEAR);
    }
}

package io.latchkey.registration;

import static io.latchkey.messaging.sealing.AssociatedData.DESTINATION;
import static io.latchkey.schemas.MethodKind.EMAIL;
import static io.latchkey.schemas.MethodKind.MOBILE_PHONE;
import static io.latchkey.schemas.MethodKind.SECURITY_QUESTIONS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.mongodb.client.MongoClients;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.HpkeOpener;
import io.latchkey.registration.policy.Policies;
import io.latchkey.registration.schedule.ReconfirmationScan;
import io.latchkey.registration.schedule.ScanClock;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.CommandRejectionReason;
import io.latchkey.schemas.MethodConfirmed;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.Policy;
import io.latchkey.schemas.Recipient;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.ReconfirmTick;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.topics.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.awaitility.Awaitility;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Registration alone, between a broker, a registry and a database. */
class RegistrationServiceTest {

    private static final String PHONE = "+49 1512 3456789";
    private static final String ADDRESS = "grace.hopper@example.org";
    private static final RunningService SERVICE = new RunningService();
    private static final Bus BUS = SERVICE.bus();

    private final Portal portal = new Portal(BUS, SERVICE.sealer());

    @BeforeAll
    static void announceNotificationsKey() {
        SERVICE.announceNotificationsKey();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVICE.stop();
    }

    @BeforeEach
    void provision() {
        assertThat(portal.provisions().getGeneration()).isEqualTo(1);
    }

    @Test
    @Tag("SPEC-2.1a")
    @Tag("SPEC-2.1b")
    @Tag("SPEC-2.3d")
    @Tag("SPEC-4.1c")
    void aPersonRegistersAndProvesAPhoneAndAnEmail() {
        var phone = portal.registers(MOBILE_PHONE, PHONE);
        assertThat(phone.getMask()).isEqualTo("•••• •••• 89");
        assertThat(open(phone.getDestination(), phone.getMethodId())).isEqualTo("+4915123456789");
        assertThat(portal.proves(phone).getNotify()).isEmpty();

        var email = portal.registers(EMAIL, ADDRESS);
        var proof = portal.proves(email);
        assertThat(proof.getNotify()).extracting(Recipient::getMethodId).containsExactly(phone.getMethodId());
        assertThat(Duration.between(Instant.now(), proof.getDueAt()))
                .isBetween(Duration.ofDays(161), Duration.ofDays(199));
    }

    @ParameterizedTest
    @CsvSource({
        "MOBILE_PHONE, 12, INVALID_PHONE_NUMBER",
        "MOBILE_PHONE, +49 900 1234567, UNSUPPORTED_PHONE_NUMBER",
        "EMAIL, grace@localhost, INVALID_EMAIL_ADDRESS",
        "EMAIL, Ada.Lovelace@CONTOSO.com, SIGN_IN_ADDRESS",
        "EMAIL, '', INVALID_FIELD",
        "OFFICE_PHONE, +49 30 123456, METHOD_NOT_OFFERED",
        "UNKNOWN, x, INVALID_FIELD",
    })
    @Tag("SPEC-2.1h")
    @Tag("SPEC-2.1j")
    @Tag("SPEC-2.7c")
    @Tag("SPEC-2.7f")
    void refusesBadInput(MethodKind kind, String destination, CommandRejectionReason reason) {
        var rejection = portal.isRefused(kind, destination);
        assertThat(rejection.getReason()).isEqualTo(reason);
        assertThat(rejection.getField()).isNotEmpty();
        assertThat(rejection.getRetriable()).isFalse();
    }

    @Test
    void refusesWhatWasSealedForAnotherAccount() {
        var id = UUID.randomUUID();
        var other = new AssociatedData(DESTINATION, new Portal(BUS, SERVICE.sealer()).account(), id);
        portal.sends(portal.registration(id, MOBILE_PHONE, portal.seal(other, PHONE)));
        assertThat(portal.rejection(id).getReason()).isEqualTo(CommandRejectionReason.UNREADABLE_FIELD);
    }

    @Test
    @Tag("SPEC-1.2g")
    void anUnknownAccountMayComeLater() {
        var late = new Portal(BUS, SERVICE.sealer());
        var id = UUID.randomUUID();
        late.sends(late.registration(id, EMAIL, ADDRESS));
        assertThat(late.rejection(id))
                .extracting(CommandRejected::getReason, CommandRejected::getRetriable)
                .containsExactly(CommandRejectionReason.UNKNOWN_ACCOUNT, true);

        late.provisions();
        late.sends(late.registration(id, EMAIL, ADDRESS));
        BUS.awaits(MethodRegistered.class, event -> Portal.answers(event.getMetadata(), id));
    }

    @Test
    @Tag("SPEC-2.7a")
    void aRepeatIsAnsweredOnceAndAnIdUsedForSomethingElseIsNot() {
        var id = UUID.randomUUID();
        portal.sends(portal.registration(id, EMAIL, ADDRESS));
        portal.sends(portal.registration(id, EMAIL, ADDRESS));
        portal.sends(portal.registration(id, EMAIL, "someone.else@example.org"));

        var conflict = BUS.awaits(CommandRejected.class, event -> id.equals(event.getConflictingCommandId()));
        assertThat(conflict.getReason()).isEqualTo(CommandRejectionReason.COMMAND_ID_REUSED);
        assertThat(conflict.getField()).isEqualTo("metadata.commandId");
        assertThat(conflict.getMetadata().getCommandId()).isNull();
        assertThat(BUS.all(MethodRegistered.class, event -> Portal.answers(event.getMetadata(), id)))
                .hasSize(1);
    }

    @Test
    void whatNobodyCanActOnBecomesADeadLetterAndThePartitionGoesOn() {
        var command = BUS.encode(Topic.REGISTRATION_COMMANDS, portal.registration(UUID.randomUUID(), EMAIL, ADDRESS));
        assertDeadLetter("NULL_VALUE", null);
        assertDeadLetter("MALFORMED", "garbage".getBytes(UTF_8));
        assertDeadLetter("MALFORMED", Arrays.copyOf(command, command.length - 1));
        assertDeadLetter("MALFORMED", Arrays.copyOf(command, command.length + 1));
        assertDeadLetter("UNKNOWN_SCHEMA_ID", withSchemaId(command, 987_654));
        assertDeadLetter("TOO_LARGE", new byte[65 * 1024]);
        assertDeadLetter("UNEXPECTED_TYPE", tick());
        assertDeadLetter("KEY_MISMATCH", command);
        portal.registers(EMAIL, ADDRESS);
    }

    @ParameterizedTest
    @MethodSource("invalidIds")
    void anAccountThatNobodyCanNameBecomesADeadLetter(String tenantId, String userId) {
        var command = portal.registration(UUID.randomUUID(), EMAIL, ADDRESS);
        var metadata = CommandMetadata.newBuilder(command.getMetadata())
                .setTenantId(tenantId)
                .setUserId(userId)
                .build();
        var misnamed = RegisterMethod.newBuilder(command).setMetadata(metadata).build();

        assertDeadLetter("INVALID_KEY", BUS.encode(Topic.REGISTRATION_COMMANDS, misnamed));
    }

    static Stream<Arguments> invalidIds() {
        return Stream.of("", "a/b", "/", "a\u0000b", "a\nb", "a\u007fb", "a\u0085b", "a".repeat(129))
                .flatMap(invalid -> Stream.of(arguments(invalid, "u-1"), arguments("contoso", invalid)));
    }

    @Test
    void aDeadLetterKeepsTheHeadersOfItsOriginal() {
        var key = "contoso/" + UUID.randomUUID();
        var original = List.<Header>of(
                new RecordHeader(
                        "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(UTF_8)),
                new RecordHeader("twice", "one".getBytes(UTF_8)),
                new RecordHeader("twice", new byte[] {0, -1}),
                new RecordHeader("empty", new byte[0]));
        BUS.send(Topic.REGISTRATION_COMMANDS, key, "garbage".getBytes(UTF_8), original);

        assertThat(BUS.awaitsDeadLetter(key).headers().toArray()).startsWith(original.toArray(Header[]::new));
    }

    @Test
    void aRecordOnTheWrongPartitionIsHandledAllTheSame() {
        var id = UUID.randomUUID();
        var key = portal.account().value();
        var command = BUS.encode(Topic.REGISTRATION_COMMANDS, portal.registration(id, EMAIL, ADDRESS));
        BUS.send(Topic.REGISTRATION_COMMANDS, 1 - BUS.partitionOf(key), key, command);
        BUS.awaits(MethodRegistered.class, event -> Portal.answers(event.getMetadata(), id));
    }

    @Test
    @Tag("SPEC-4.1b")
    @Tag("SPEC-4.1f")
    @Tag("SPEC-4.1h")
    void aDueDateIsAnnouncedOnceHoweverOftenItIsLookedFor() {
        var phone = portal.registers(MOBILE_PHONE, PHONE);
        portal.proves(phone);
        var email = portal.registers(EMAIL, ADDRESS);
        var dueAt = portal.proves(email).getDueAt();

        var scan = SERVICE.bean(ReconfirmationScan.class);
        SERVICE.bean(ScanClock.class).turn(Duration.between(Instant.now(), dueAt));
        scan.scan();
        scan.scan();
        var due = BUS.awaits(
                ReconfirmDue.class, event -> ofThisAccount(event.getMetadata().getUserId()));
        scan.scan();
        assertThat(due.getNotify()).extracting(Recipient::getMethodId).containsExactly(email.getMethodId());

        var confirmation = portal.confirms(due.getMethodIds());
        scan.scan();
        var confirmed = BUS.awaits(MethodConfirmed.class, event -> Portal.answers(event.getMetadata(), confirmation));
        assertThat(confirmed.getDueAt()).isAfter(due.getDueAt().plus(Duration.ofDays(161)));
        scan.scan();

        portal.registers(MOBILE_PHONE, PHONE);
        assertThat(BUS.all(
                        ReconfirmDue.class,
                        event -> ofThisAccount(event.getMetadata().getUserId())))
                .hasSize(1);
        SERVICE.bean(ScanClock.class).turn(Duration.ZERO);
    }

    @Test
    void noCollectionHoldsADestinationInPlain() {
        portal.proves(portal.registers(MOBILE_PHONE, PHONE));
        portal.registers(EMAIL, ADDRESS);
        var stored = everythingStored();
        assertThat(stored)
                .contains(portal.account().userId())
                .doesNotContain("15123456789")
                .doesNotContainIgnoringCase(ADDRESS)
                .doesNotContainIgnoringCase(Portal.SIGN_IN);
    }

    @Test
    @Tag("SPEC-1.3a")
    @Tag("SPEC-1.3b")
    @Tag("SPEC-2.5h")
    @Tag("SPEC-2.5i")
    void whatATenantsPeopleAnswerIsKeptAsHashesOnly() {
        var member = new Portal(BUS, SERVICE.sealer(), "fabrikam");
        var policy = Policy.newBuilder()
                .setMethodsOffered(List.of(EMAIL, SECURITY_QUESTIONS))
                .setQuestionsToRegister(3)
                .build();
        assertThat(member.definesPolicy(policy).getVersion()).isEqualTo(1);
        var policies = SERVICE.bean(Policies.class);
        Awaitility.await().until(() -> policies.of("fabrikam").version() == 1);
        member.provisions();

        var registered = member.answers(Map.of(
                "hiding-place", "Under the Stairs", "sweet-shop", "Krämer Meißner", "first-boss", "Grace Hopper"));

        assertThat(registered.getCount()).isEqualTo(3);
        assertThat(policies.of("contoso").version()).isZero();
        assertThat(everythingStored())
                .contains(member.account().userId())
                .doesNotContainIgnoringCase("under the stairs")
                .doesNotContainIgnoringCase("grace hopper")
                .doesNotContainIgnoringCase("mer mei");
    }

    @Test
    void saysThatItIsReady() throws Exception {
        assertThat(get("/actuator/health/readiness")).isEqualTo(200);
        assertThat(get("/actuator/metrics")).isEqualTo(200);
    }

    @Test
    void showsNobodyAnAccountWhereNoIssuerOfTokensIsNamed() throws Exception {
        assertThat(get("/v1/tenants/contoso/accounts/" + portal.account().userId()))
                .isEqualTo(401);
        assertThat(get("/openapi.json")).isEqualTo(200);
    }

    private static int get(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + SERVICE.port() + path));
            request.header("Authorization", "Bearer x.y.z");
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }

    private void assertDeadLetter(String reason, byte @Nullable [] value) {
        var key = "contoso/" + UUID.randomUUID();
        BUS.send(Topic.REGISTRATION_COMMANDS, null, key, value);
        var letter = BUS.awaitsDeadLetter(key);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(new String(
                        letter.headers()
                                .lastHeader("latchkey-dead-letter-reason")
                                .value(),
                        UTF_8))
                .isEqualTo(reason);
    }

    private byte[] tick() {
        return BUS.encode(
                Topic.REGISTRATION_TICKS, new ReconfirmTick(portal.metadata(UUID.randomUUID()), Instant.EPOCH));
    }

    private static byte[] withSchemaId(byte[] value, int id) {
        return ByteBuffer.wrap(value.clone()).putInt(1, id).array();
    }

    private boolean ofThisAccount(String userId) {
        return portal.account().userId().equals(userId);
    }

    private String open(Sealed sealed, UUID method) {
        var opened = new HpkeOpener(SERVICE.notification())
                .open(sealed, new AssociatedData(DESTINATION, portal.account(), method));
        return opened instanceof Opened.Readable(var value) ? value : "unreadable";
    }

    private static String everythingStored() {
        var stored = new StringBuilder();
        try (var client = MongoClients.create(SERVICE.databaseUri())) {
            var database = client.getDatabase("registration");
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

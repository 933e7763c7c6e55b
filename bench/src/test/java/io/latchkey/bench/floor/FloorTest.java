package io.latchkey.bench.floor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import io.latchkey.bench.work.Population;
import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.kafka.TopicCreation;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodState;
import io.latchkey.schemas.MethodStatus;
import io.latchkey.schemas.NotificationAccepted;
import io.latchkey.schemas.RegistrationStatus;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.header.Header;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloorTest {

    private static final int ENROLMENTS = 50;
    private static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<AutoCloseable> parts = new ArrayList<>();
    private ProviderDouble provider;
    private Persons persons;
    private Floor floor;
    private MongoClient mongo;

    @BeforeAll
    void playEnrolments() throws Exception {
        var broker = open(EmbeddedBroker.ephemeral());
        var database = open(EmbeddedDatabase.inMemory());
        var registry = open(EmbeddedRegistry.inMemory());
        provider = open(new ProviderDouble(message -> persons.submit(message)));
        var arguments = new FloorArguments(
                broker.bootstrapServers(),
                registry.url(),
                database.uri(),
                provider.url(),
                "floor-" + UUID.randomUUID() + ".",
                PARTITIONS);
        createTopics(arguments);
        floor = open(Floor.start(arguments));
        mongo = open(new FloorSettings(arguments).mongo());
        persons = open(new Persons(
                arguments, open(AvroValues.with(Map.of("schema.registry.url", arguments.schemaRegistry())))));
        await().atMost(PATIENCE).until(persons::ready);
        floor.preload(0, ENROLMENTS);
        IntStream.range(0, ENROLMENTS).forEach(persons::register);
        await().atMost(PATIENCE).until(() -> remembered() == ENROLMENTS);
    }

    private static void createTopics(FloorArguments arguments) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", arguments.bootstrapServers()))) {
            TopicCreation.createMissing(
                    admin, new Topics(arguments.prefix(), arguments.partitions(), (short) 1, 1, true));
        }
    }

    private long remembered() {
        return floor.tally().of(NotificationDocument.ACCOUNTS);
    }

    private <T extends AutoCloseable> T open(T part) {
        parts.addFirst(part);
        return part;
    }

    @AfterAll
    void close() throws Exception {
        for (var part : parts) {
            part.close();
        }
    }

    @Test
    void everyAccountProvesItsPhone() {
        assertThat(persons.values(Topic.REGISTRATION_EVENTS, MethodProven.class))
                .extracting(proven -> proven.getMetadata().getUserId())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, ENROLMENTS)
                        .mapToObj(number -> Population.account(number).userId())
                        .toList());
    }

    @Test
    void theProviderIsCalledOncePerEnrolment() {
        assertThat(provider.messages())
                .extracting(message -> message.path("to").asString())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, ENROLMENTS)
                        .mapToObj(Population::phone)
                        .toList());
        assertThat(provider.messages()).allSatisfy(message -> {
            var key = message.path("idempotencyKey").asString();
            assertThat(provider.idempotencyKey(key)).isEqualTo(key);
            assertThat(message.path("text").asString()).matches("Latchkey code no\\. 1: [0-9]{6}");
        });
    }

    @Test
    void everyCodeThatWasIssuedIsAcceptedUnderItsId() {
        var issued = persons.values(Topic.VERIFICATION_EVENTS, CodeIssued.class);
        assertThat(persons.values(Topic.NOTIFICATION_EVENTS, NotificationAccepted.class))
                .extracting(NotificationAccepted::getNotificationId)
                .hasSize(ENROLMENTS)
                .containsExactlyInAnyOrderElementsOf(
                        issued.stream().map(CodeIssued::getCodeId).toList());
        assertThat(provider.messages())
                .extracting(message -> message.path("idempotencyKey").asString())
                .containsExactlyInAnyOrderElementsOf(
                        issued.stream().map(code -> code.getCodeId().toString()).toList());
    }

    @Test
    void documentsAreWrittenAsOftenAsTheServicesWriteThem() {
        assertThat(written(RegistrationDocument.COLLECTION)).isEqualTo(2 * ENROLMENTS);
        assertThat(written(VerificationDocument.COLLECTION)).isEqualTo(2 * ENROLMENTS);
        assertThat(written(SendCounters.COLLECTION)).isEqualTo(ENROLMENTS);
        assertThat(written(NotificationDocument.UNDER_WAY)).isEqualTo(2 * ENROLMENTS);
        assertThat(written(NotificationDocument.DONE)).isEqualTo(ENROLMENTS);
        assertThat(written(NotificationDocument.UNDER_WAY + ".deleted")).isEqualTo(ENROLMENTS);
        assertThat(written(NotificationDocument.ACCOUNTS)).isEqualTo(ENROLMENTS);
    }

    private long written(String collection) {
        return floor.tally().of(collection);
    }

    @Test
    void theDatabaseHoldsWhatWasCounted() {
        assertThat(stored("registration", RegistrationDocument.COLLECTION))
                .hasSize(ENROLMENTS)
                .allSatisfy(account ->
                        assertThat(account.getLong(Documents.VERSION)).isEqualTo(3));
        assertThat(stored("verification", VerificationDocument.COLLECTION))
                .hasSize(ENROLMENTS)
                .allSatisfy(account ->
                        assertThat(account.getLong(Documents.VERSION)).isEqualTo(3));
        assertThat(stored("verification", SendCounters.COLLECTION)).hasSize(ENROLMENTS);
        assertThat(stored("notification", NotificationDocument.UNDER_WAY)).isEmpty();
        assertThat(stored("notification", NotificationDocument.DONE)).hasSize(ENROLMENTS);
        assertThat(stored("notification", NotificationDocument.ACCOUNTS)).hasSize(ENROLMENTS);
    }

    private List<Document> stored(String hop, String collection) {
        return mongo.getDatabase("floor-" + hop)
                .getCollection(collection)
                .find()
                .into(new ArrayList<>());
    }

    @Test
    void noDocumentShowsAPhoneNumber() {
        assertThat(IntStream.range(0, ENROLMENTS).mapToObj(Population::phone))
                .allSatisfy(phone -> assertThat(stored("registration", RegistrationDocument.COLLECTION)
                                .toString())
                        .doesNotContain(phone));
    }

    @Test
    void theLastStatusOfEveryAccountShowsItsPhoneProven() {
        var status = persons.values(Topic.REGISTRATION_STATUS, RegistrationStatus.class);
        assertThat(status).hasSize(2 * ENROLMENTS);
        assertThat(status)
                .filteredOn(each -> each.getRevision() == 3)
                .hasSize(ENROLMENTS)
                .flatExtracting(RegistrationStatus::getMethods)
                .extracting(MethodStatus::getState)
                .containsOnly(MethodState.PROVEN);
    }

    @Test
    void eventsCarryTheHeadersOfTheServices() {
        assertThat(persons.records(Topic.VERIFICATION_CODES))
                .hasSize(ENROLMENTS)
                .allSatisfy(record -> {
                    assertThat(record.headers())
                            .extracting(Header::key)
                            .containsExactly(
                                    "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "content-type");
                    assertThat(new String(
                                    record.headers().lastHeader("ce_source").value(), UTF_8))
                            .isEqualTo("/latchkey/verification");
                });
    }

    @Test
    void argumentsAreReadByTheirNames() {
        var parsed = FloorArguments.parse(new String[] {
            "--bootstrap-servers=a:1",
            "--schema-registry=http://b",
            "--mongodb=mongodb://c/?x=y",
            "--sms-url=http://d/sms",
            "--prefix=floor.",
            "--partitions=6"
        });
        assertThat(parsed.mongodb()).isEqualTo("mongodb://c/?x=y");
        assertThat(parsed.partitions()).isEqualTo(6);
    }
}

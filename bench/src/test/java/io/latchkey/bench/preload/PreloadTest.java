package io.latchkey.bench.preload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.latchkey.bench.growth.AccountReads;
import io.latchkey.bench.growth.DocumentBytes;
import io.latchkey.bench.growth.DueScan;
import io.latchkey.bench.work.Population;
import io.latchkey.embedded.installation.External;
import io.latchkey.embedded.installation.Installation;
import io.latchkey.embedded.installation.InstallationSettings;
import io.latchkey.embedded.installation.Issuer;
import io.latchkey.embedded.installation.PortPlan;
import io.latchkey.embedded.installation.Progress;
import io.latchkey.embedded.installation.Service;
import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.ReconfirmDue;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts that were written before the services started, and what these make of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreloadTest {

    private static final String PREFIX = "latchkey.";

    /** Accounts 0 to 199 are provisioned, 200 to 249 proven, 250 to 259 due; those from 300 on nobody knows. */
    private static final int PROVISIONED = 0;

    private static final int PROVEN = 200;
    private static final int DUE = 250;
    private static final int LIVED = 300;
    private static final int LATER = 400;

    private static final Duration EVERY_ELIGIBILITY_TAKES = Duration.ofMillis(50);

    private Path directory = Path.of("");
    private EmbeddedBroker broker;
    private EmbeddedDatabase database;
    private EmbeddedRegistry registry;
    private MongoClient client;
    private AvroValues values;
    private Installation installation;
    private Portals portals;
    private Portal portal;

    @BeforeAll
    void start(@TempDir Path directory) {
        this.directory = directory;
        database = EmbeddedDatabase.start(databaseFile(), 0);
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0, 0);
        client = MongoClients.create(database.uri());
        registry = EmbeddedRegistry.start(client.getDatabase("registry"), 0);
        preload(PROVISIONED, PROVEN, Standing.PROVISIONED, null);
        preload(PROVEN, DUE, Standing.PROVEN, null);
        preload(DUE, DUE + 10, Standing.PROVEN, Duration.ofHours(-1));
        var external = new External(database.uri(), broker.bootstrapServers(), registry.url());
        var settings = InstallationSettings.persistent(directory.resolve("data"), PortPlan.free(), external)
                .withProperties(Map.of("latchkey.registration.scan.interval", "1s"));
        installation = Installation.start(settings, new Progress(new PrintWriter(Writer.nullWriter())));
        values = AvroValues.with(Map.of("schema.registry.url", registry.url()));
        portals = new Portals(broker.bootstrapServers(), values, PREFIX);
        portal = new Portal(topics(), values, vault().sealer(), ZoneId.of("Europe/Berlin"));
    }

    private int preload(int from, int to, Standing standing, @Nullable Duration dueIn) {
        var options = new PreloadOptions(
                database.uri(), vault().directory(), URI.create(registry.url()), PREFIX, from, to, standing, dueIn);
        var written = new AtomicInteger();
        try (var preloading = new Preloading(options)) {
            preloading.run(written::addAndGet);
        }
        return written.get();
    }

    private Vault vault() {
        return new Vault(directory.resolve("data").resolve("secrets"));
    }

    private static Topics topics() {
        return new Topics(PREFIX, 1, (short) 1, 1, false);
    }

    private static Feed now() {
        return new Feed(topics(), Instant.now());
    }

    @AfterAll
    void stop() throws Exception {
        portals.close();
        installation.close();
        values.close();
        registry.close();
        client.close();
        broker.close();
        database.close();
    }

    @Test
    void aProvisionedAccountRegistersAPhoneAndGetsACode() {
        portals.send(portal.registers(7, now(), 0));
        var registered = portals.awaits(MethodRegistered.class, 7);
        assertThat(registered.getMetadata().getSequence()).isEqualTo(2);
        assertThat(portals.awaits(CodeIssued.class, 7).getMethodId()).isEqualTo(registered.getMethodId());
    }

    @Test
    void aProvenAccountRegistersItsPhoneAgainAndProvesIt() {
        portals.send(portal.registers(207, now(), 0));
        var registered = portals.awaits(MethodRegistered.class, 207);
        assertThat(registered.getMetadata().getSequence()).isEqualTo(4);
        provesByCode(207);
        assertThat(portals.awaits(MethodProven.class, 207).getMethodId()).isEqualTo(registered.getMethodId());
    }

    private void provesByCode(int number) {
        var issued = portals.awaits(CodeIssued.class, number);
        var messages = await().atMost(Duration.ofSeconds(60))
                .until(() -> installation.inbox().messagesTo(Population.phone(number)), found -> !found.isEmpty());
        var code = Pattern.compile("\\b\\d{6}\\b").matcher(messages.getFirst().text());
        assertThat(code.find()).isTrue();
        portals.send(portal.submits(number, issued.getCodeId(), code.group(), now(), 0));
        portals.awaits(MethodProven.class, number);
    }

    @Test
    void aProvenAccountIsSeenAsProvenAndEligible() throws Exception {
        var status = read("/accounts/" + Population.account(203).userId());
        assertThat(status.path("registered").asBoolean()).isTrue();
        assertThat(status.path("capable").asBoolean()).isTrue();
        assertThat(status.path("methods")).hasSize(1);
        assertThat(status.path("methods").path(0).path("state").asString()).isEqualTo("PROVEN");
        assertThat(status.path("methods").path(0).path("mask").asString()).endsWith("03");
        assertThat(status.path("overdue").asBoolean()).isFalse();
    }

    private JsonNode read(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address().resolve("/v1/tenants/" + Population.TENANT + path))
                    .header("Authorization", "Bearer " + token())
                    .build();
            return JsonMapper.shared()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        }
    }

    private URI address() {
        return Objects.requireNonNull(installation.addresses().management().get(Service.REGISTRATION));
    }

    private String token() {
        var now = Instant.now().getEpochSecond();
        return Issuer.of(directory.resolve("data"))
                .token(Map.of(
                        "sub",
                        "bench",
                        "aud",
                        "latchkey-registration",
                        "tenant",
                        Population.TENANT,
                        "scope",
                        "latchkey.status.read",
                        "iat",
                        now,
                        "exp",
                        now + 600));
    }

    @Test
    void anAccountThatWasDueIsRemindedOnce() {
        for (int number = DUE; number < DUE + 10; number++) {
            assertThat(portals.awaits(ReconfirmDue.class, number).getMetadata().getSequence())
                    .isEqualTo(4);
        }
        assertThat(portals.all(ReconfirmDue.class, PROVEN)).isEmpty();
    }

    @Test
    void whatWasPendingOfAPreloadedAccountIsNotToldAgain() {
        portals.send(portal.registers(8, now(), 0));
        portals.awaits(MethodRegistered.class, 8);
        assertThat(portals.all(AccountProvisioned.class, 8)).isEmpty();
    }

    @Test
    void aPreloadedAccountHasTheDocumentsOfOneThatCameByCommand() {
        portals.send(portal.provisions(LIVED, now(), 0));
        portals.awaits(AccountProvisioned.class, LIVED);
        assertThat(shape("registration", "registrations", 100))
                .isEqualTo(shape("registration", "registrations", LIVED));
        assertSame("verification", "verifications", 100, LIVED);
        assertThat(Shape.of(key(100))).isEqualTo(Shape.of(key(LIVED)));
    }

    @Test
    void aProvenAccountHasTheDocumentsOfOneThatCameByCommand() {
        int lived = LIVED + 1;
        portals.send(portal.provisions(lived, now(), 0));
        portals.awaits(AccountProvisioned.class, lived);
        portals.send(portal.registers(lived, now(), 0));
        portals.awaits(MethodRegistered.class, lived);
        provesByCode(lived);
        assertSame("notification", "notifications_accounts", 240, lived);
        assertSame("registration", "registrations", 240, lived);
        assertSame("verification", "verifications", 240, lived);
    }

    /** The service may still be about to write. */
    private void assertSame(String database, String collection, int preloaded, int lived) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(shape(database, collection, preloaded))
                        .isEqualTo(shape(database, collection, lived)));
    }

    private Map<String, String> shape(String database, String collection, int number) {
        return Shape.of(
                document(database, collection, "_id", Population.account(number).value()));
    }

    private BsonDocument key(int number) {
        return document(
                "registration",
                "account_keys",
                "account",
                Population.account(number).value());
    }

    private BsonDocument document(String database, String collection, String field, String value) {
        return Objects.requireNonNull(client.getDatabase(database)
                .getCollection(collection, BsonDocument.class)
                .find(Filters.eq(field, value))
                .first());
    }

    @Test
    void accountsThatAreThereAlreadyStayAsTheyAre() {
        var before = document(
                "registration", "registrations", "_id", Population.account(120).value());
        assertThat(preload(110, 130, Standing.PROVEN, null)).isZero();
        assertThat(document(
                        "registration",
                        "registrations",
                        "_id",
                        Population.account(120).value()))
                .isEqualTo(before);
    }

    @Test
    void readsAreMeasured() {
        try (var reads = new AccountReads(address(), token(), ProcessHandle.current())) {
            var status = reads.status(DUE, 50);
            assertThat(status.median()).isPositive().isLessThanOrEqualTo(status.p99());
            assertThat(status.cpuPerRead()).isNotNull();
            assertThat(reads.eligibility(DUE, 10).median()).isGreaterThanOrEqualTo(EVERY_ELIGIBILITY_TAKES);
        }
    }

    @Test
    void theScanForAccountsThatComeDueIsMeasured() {
        try (var scan = new DueScan(broker.bootstrapServers(), PREFIX)) {
            var times = scan.measure(
                    LATER,
                    LATER + 20,
                    () -> preload(LATER, LATER + 20, Standing.PROVEN, Duration.ofHours(-1)),
                    Duration.ofSeconds(60));
            assertThat(times.accounts()).isEqualTo(20);
            assertThat(times.first()).isLessThanOrEqualTo(times.all());
        }
    }

    @Test
    void documentsAreMeasured() {
        var bytes = new DocumentBytes(client, DUE);
        assertThat(bytes.sampled())
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.bytesPerDocument()).isPositive());
        assertThat(bytes.fileBytesPerAccount(databaseFile())).isPositive();
    }

    private Path databaseFile() {
        return directory.resolve("database").resolve("latchkey.mv");
    }
}

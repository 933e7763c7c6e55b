package io.latchkey.registration.web;

import static com.mongodb.client.model.Filters.eq;
import static io.latchkey.registration.web.Caller.account;
import static io.latchkey.registration.web.Caller.json;
import static io.latchkey.registration.web.Caller.outcome;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.client.MongoCollection;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.mongo.Accounts;
import io.latchkey.registration.mongo.ReadDatabase;
import io.latchkey.registration.mongo.Reveal;
import io.latchkey.registration.mongo.Reveals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Full values are shown to few, seldom, and never without a trace. */
class RevealTest {

    private static final WebFixture SERVICE = WebFixture.SHARED;

    private final String tenant = WebFixture.newTenant();
    private final MongoCollection<Document> reveals = SERVICE.database().getCollection("reveals");
    private final Caller administrator = SERVICE.as(SERVICE.tokens().with(tenant, Scope.REVEAL));

    @BeforeEach
    void provision() {
        SERVICE.provision(tenant, "u", People.withAnswers());
    }

    @AfterAll
    static void restoreTheLimits() {
        SERVICE.restart(Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "1, MOBILE_PHONE, " + People.PHONE,
        "2, EMAIL, " + People.EMAIL,
    })
    void showsTheFullValue(int method, String kind, String value) {
        var shown = json(administrator.post(reveal("u", new UUID(0, method))));
        assertThat(shown.get("kind").stringValue()).isEqualTo(kind);
        assertThat(shown.get("value").stringValue()).isEqualTo(value);
    }

    @Test
    void writesWhoSawWhichMethodOfWhomAndNeverTheValue() {
        var correlation = UUID.randomUUID();
        var response = administrator.send(
                "POST",
                reveal("u", People.PHONE_ID),
                BodyPublishers.noBody(),
                Map.of("X-Correlation-Id", correlation.toString()));
        assertThat(response.headers().firstValue("X-Correlation-Id")).contains(correlation.toString());
        var written = written();
        assertThat(written).hasSize(1);
        assertThat(written.getFirst())
                .containsEntry("_id", json(response).get("revealId").stringValue())
                .containsEntry("account", tenant + "/u")
                .containsEntry("method", People.PHONE_ID.toString())
                .containsEntry("by", "an-administrator")
                .containsEntry("as", "ADMINISTRATOR")
                .containsEntry("correlationId", correlation.toString())
                .hasSize(7);
        assertThat(written.getFirst().toJson()).doesNotContain(People.PHONE.substring(1));
    }

    @Test
    void aPersonSeesTheirOwn() {
        SERVICE.as(SERVICE.tokens().person(tenant, "u")).post(reveal("u", People.PHONE_ID));
        assertThat(written().getFirst()).containsEntry("by", "u").containsEntry("as", "PERSON");
    }

    @Test
    void isWrittenBeforeTheKeyIsReadThatOpensTheValue() {
        administrator.post(reveal("u", People.PHONE_ID));
        assertThat(SERVICE.commands().during(() -> administrator.post(reveal("u", People.PHONE_ID))))
                .endsWith("insert", "find")
                .filteredOn("insert"::equals)
                .hasSize(1);
    }

    @Test
    void isWrittenAlsoWhereNobodyWaitsForTheAnswer() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), SERVICE.port())) {
            var request = "POST " + reveal("u", People.PHONE_ID) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n"
                    + "Authorization: Bearer " + SERVICE.tokens().with(tenant, Scope.REVEAL) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            socket.setSoLinger(true, 0);
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> written().size() == 1);
    }

    @Test
    void whatCannotBeWrittenIsNotShown() {
        var broken = new Reveals(SERVICE.bean(ReadDatabase.class)) {
            @Override
            public void add(Reveal reveal) {
                throw new OutageException("planted");
            }
        };
        var desk = new RevealDesk(SERVICE.bean(Accounts.class), broken, SERVICE.bean(RevealQuotas.class));
        var asked = new RevealDesk.Asked(
                new AggregateKey(tenant, "u"),
                new MethodId(People.PHONE_ID),
                "somebody",
                Reveal.As.ADMINISTRATOR,
                UUID.randomUUID());
        assertThat(SERVICE.commands()
                        .during(() ->
                                assertThatThrownBy(() -> desk.reveal(asked)).hasMessage("planted")))
                .as("no key is read after the account")
                .endsWith("find")
                .filteredOn("find"::equals)
                .hasSize(3);
    }

    @Test
    @Tag("SPEC-2.5i")
    void whatThereIsNotLeavesNoTrace() {
        assertThat(outcome(administrator.post(reveal("nobody", People.PHONE_ID))))
                .isEqualTo("404 UNKNOWN_ACCOUNT");
        assertThat(outcome(administrator.post(reveal("u", UUID.randomUUID())))).isEqualTo("404 UNKNOWN_METHOD");
        assertThat(outcome(administrator.post(reveal("u", People.ANSWERS_ID)))).isEqualTo("409 NOTHING_TO_REVEAL");
        assertThat(outcome(administrator.post(account(tenant, "u") + "/methods/x/reveal")))
                .isEqualTo("400 INVALID_PARAMETER");
        assertThat(written()).isEmpty();
    }

    @Test
    void isLoggedWithoutAnythingPersonal() {
        var logger = (Logger) LoggerFactory.getLogger(RevealDesk.class);
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(logged);
        administrator.post(reveal("u", People.PHONE_ID));
        logger.detachAppender(logged);
        assertThat(logged.list).hasSize(1);
        assertThat(logged.list.getFirst().getFormattedMessage())
                .matches("a full value is shown: revealId=\\S{36} methodId=" + People.PHONE_ID
                        + " as=ADMINISTRATOR correlationId=\\S{36}");
    }

    @Test
    void theLimitsOutliveARestart() {
        SERVICE.restart(Map.of(
                "latchkey.registration.web.reveals.per-account", "2",
                "latchkey.registration.web.reveals.per-caller", "4"));
        SERVICE.provision(tenant, "v", People.withAPhone());
        assertThat(outcome(administrator.post(reveal("u", People.PHONE_ID)))).isEqualTo("200");
        assertThat(outcome(administrator.post(reveal("u", People.PHONE_ID)))).isEqualTo("200");
        SERVICE.restart(Map.of(
                "latchkey.registration.web.reveals.per-account", "2",
                "latchkey.registration.web.reveals.per-caller", "4"));
        var tooMany = administrator.post(reveal("u", People.PHONE_ID));
        assertThat(outcome(tooMany)).isEqualTo("429 RATE_LIMITED");
        assertThat(tooMany.headers().firstValue("Retry-After")).contains("4200");
        assertThat(outcome(administrator.post(reveal("v", People.PHONE_ID)))).isEqualTo("200");
        assertThat(outcome(administrator.post(reveal("v", People.PHONE_ID)))).isEqualTo("429 RATE_LIMITED");
        var person = SERVICE.as(SERVICE.tokens().person(tenant, "v"));
        assertThat(outcome(person.post(reveal("v", People.PHONE_ID)))).isEqualTo("200");
        assertThat(written()).hasSize(2);
        assertThat(reveals.countDocuments(eq("account", tenant + "/v"))).isEqualTo(2);
    }

    private String reveal(String user, UUID method) {
        return account(tenant, user) + "/methods/" + method + "/reveal";
    }

    private List<Document> written() {
        return reveals.find(eq("account", tenant + "/u")).into(new java.util.ArrayList<>()).stream()
                .toList();
    }
}

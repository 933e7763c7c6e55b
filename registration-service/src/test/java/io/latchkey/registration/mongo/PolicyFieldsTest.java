package io.latchkey.registration.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.mongo.FieldCipher;
import io.latchkey.messaging.mongo.MongoAccountKeys;
import io.latchkey.messaging.secrets.Secrets;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.policy.CodeRules;
import io.latchkey.registration.policy.Enablement;
import io.latchkey.registration.policy.Help;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.MethodRules;
import io.latchkey.registration.policy.Policy;
import io.latchkey.registration.policy.PolicyVersion;
import io.latchkey.registration.policy.QuestionRules;
import io.latchkey.registration.policy.Reconfirmation;
import io.latchkey.registration.policy.Scope;
import io.latchkey.registration.policy.TenantPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFieldsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ADA = "ada@contoso.com";
    private static final String BOB = "bob@contoso.com";
    private static final Policy FULL = new Policy(
            new Scope(Enablement.SELECTED, Set.of("staff", "admins")),
            new MethodRules(Set.of(MethodKind.EMAIL, MethodKind.SECURITY_QUESTIONS), 2, 2, true, Set.of("DE", "AT")),
            new QuestionRules(
                    4,
                    3,
                    Set.of("plush-toy", "first-boss"),
                    List.of(
                            new QuestionRules.Custom("custom-b", "Who was it?"),
                            new QuestionRules.Custom("custom-a", "Where was it?"))),
            new Reconfirmation(Duration.ofDays(90), Reconfirmation.By.CODE),
            new CodeRules(7, Duration.ofSeconds(61), Duration.ofSeconds(62), 3, Duration.ofSeconds(4), 50, 2, 9),
            new Help("https://help.contoso.com", List.of(new EmailAddress(ADA), new EmailAddress(BOB))));

    @TempDir
    static Path secrets;

    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.inMemory();
    private static final MongoClient CLIENT = MongoClients.create(DATABASE.uri());

    private static @Nullable FieldCipher cipher;

    private final PolicyFields fields = new PolicyFields(cipher());

    @BeforeAll
    static void makeAKeyForTheTenant() {
        var tenant = AggregateKey.tenant("contoso");
        var keys = new MongoAccountKeys(
                CLIENT.getDatabase("registration"), new Secrets(secrets, true).aead("account-kek"));
        cipher = Objects.requireNonNull(keys.create(Set.of(tenant)).get(tenant)).cipher();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        DATABASE.close();
    }

    static Stream<TenantPolicy> states() {
        return Stream.of(
                new TenantPolicy(List.of(version(1, Policy.DEFAULT))),
                new TenantPolicy(List.of(version(1, FULL))),
                new TenantPolicy(List.of(version(11, Policy.DEFAULT), version(12, FULL), version(13, Policy.DEFAULT))));
    }

    @ParameterizedTest
    @MethodSource("states")
    @Tag("SPEC-1.3c")
    void whatIsWrittenIsReadAgain(TenantPolicy state) {
        var throughBson = new RawBsonDocument(fields.encode(state), new DocumentCodec()).decode(new DocumentCodec());
        assertThat(fields.decode(throughBson)).isEqualTo(state);
    }

    @Test
    void holdsNoAddressInPlain() {
        var bytes = bytes(fields.encode(new TenantPolicy(List.of(version(1, FULL)))));
        assertThat(bytes).as("the canary").contains("help.contoso.com");
        for (var personal : List.of(ADA, BOB)) {
            var utf8 = personal.getBytes(StandardCharsets.UTF_8);
            assertThat(bytes)
                    .doesNotContain(personal)
                    .doesNotContain(HexFormat.of().formatHex(utf8))
                    .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(utf8));
        }
    }

    @Test
    void anAddressCannotTakeAnothersPlace() {
        var document = fields.encode(new TenantPolicy(List.of(version(1, FULL))));
        var policy = document.getList("versions", Document.class).getFirst().get("policy", Document.class);
        policy.append(
                "administrators", policy.getList("administrators", Binary.class).reversed());
        assertThatException().isThrownBy(() -> fields.decode(document));
    }

    private static PolicyVersion version(long number, Policy policy) {
        return new PolicyVersion(number, policy, NOON.plusSeconds(number), new UUID(0, number));
    }

    private static FieldCipher cipher() {
        return Objects.requireNonNull(cipher);
    }

    private static String bytes(Document document) {
        var bson = new RawBsonDocument(document, new DocumentCodec())
                .getByteBuffer()
                .asNIO();
        return StandardCharsets.ISO_8859_1.decode(bson).toString();
    }
}

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
import io.latchkey.registration.question.AnswerHash;
import io.latchkey.registration.question.QuestionId;
import io.latchkey.registration.question.RegisteredAnswer;
import io.latchkey.registration.question.SecurityAnswers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityAnswersFieldsTest {

    private static final String HASH = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaA";
    private static final String OTHER = HASH.replace("c2FsdHNhbHR", "cGVwcGVycGV");
    private static final SecurityAnswers ANSWERS = new SecurityAnswers(
            List.of(answer("hiding-place", HASH), answer("custom-badge", OTHER)),
            Instant.parse("2026-03-01T12:00:00.123Z"));

    @TempDir
    static Path secrets;

    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.inMemory();
    private static final MongoClient CLIENT = MongoClients.create(DATABASE.uri());

    private static @Nullable FieldCipher cipher;

    private final SecurityAnswersFields fields = new SecurityAnswersFields(Objects.requireNonNull(cipher));

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

    @Test
    void whatIsWrittenIsReadAgain() {
        var throughBson = raw(encoded()).decode(new DocumentCodec());

        assertThat(fields.decode(throughBson)).isEqualTo(ANSWERS);
    }

    @Test
    void anAccountMayHaveNone() {
        assertThat(fields.decode(fields.encode(null))).isNull();
    }

    @Test
    @Tag("SPEC-2.5i")
    void aHashIsSealedAndTheQuestionIsNot() {
        var bytes = bytes(encoded());

        assertThat(bytes).as("the canary").contains("hiding-place").contains("custom-badge");
        assertThat(bytes).doesNotContain("argon2").doesNotContain(HASH.substring(30, 50));
    }

    @Test
    void aHashCannotTakeAnothersPlace() {
        var document = encoded();
        var answers = document.getList("answers", Document.class);
        answers.get(0).append("hash", answers.get(1).get("hash"));

        assertThatException().isThrownBy(() -> fields.decode(document));
    }

    private Document encoded() {
        return Objects.requireNonNull(fields.encode(ANSWERS));
    }

    private static RegisteredAnswer answer(String question, String phc) {
        return new RegisteredAnswer(new QuestionId(question), new AnswerHash(phc));
    }

    private static RawBsonDocument raw(Document document) {
        return new RawBsonDocument(document, new DocumentCodec());
    }

    private static String bytes(Document document) {
        ByteBuffer bson = raw(document).getByteBuffer().asNIO();
        return StandardCharsets.ISO_8859_1.decode(bson).toString();
    }
}

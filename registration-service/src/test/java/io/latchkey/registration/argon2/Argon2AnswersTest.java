package io.latchkey.registration.argon2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.registration.question.Answer;
import io.latchkey.registration.question.AnswerBinding;
import io.latchkey.registration.question.AnswerHash;
import io.latchkey.registration.question.QuestionId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2AnswersTest {

    private static final Answer STAIRS = new Answer("unter der treppe");
    private static final AnswerBinding PLACE = binding("contoso", "u-1", "hiding-place");
    private static final UUID COMMAND = UUID.fromString("00000000-0000-4000-8000-000000000001");

    /** Both made with the reference implementation, of HMAC and salt as the adapter derives them. */
    private static final String SALT = "$H+yVq2o9iLgbjhnK95EZ6g$";

    private static final AnswerHash REFERENCE =
            new AnswerHash("$argon2id$v=19$m=19456,t=2,p=1" + SALT + "l6HW4I0E+GBThEofw7UdBxdZphkDIJYqXiip341eVco");
    private static final AnswerHash OTHER_COST =
            new AnswerHash("$argon2id$v=19$m=64,t=3,p=4" + SALT + "hvu5O84W4L8e6HLP0qKtrGr0xnRVXQ4RTXlkIZz+2gk");

    private final Argon2Answers answers = new Argon2Answers(pepper(1));

    @Test
    void theLibraryComputesTheVectorOfTheStandard() {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build());
        var tag = new byte[32];
        generator.generateBytes(filled(32, 1), tag);

        assertThat(HexFormat.of().formatHex(tag))
                .as("RFC 9106, section 5.3")
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    @Test
    @Tag("SPEC-2.5h")
    void hashesAsTheReferenceImplementationDoes() {
        assertThat(answers.hash(STAIRS, PLACE, COMMAND)).isEqualTo(REFERENCE);
    }

    @Test
    void againGivesTheSameHash() {
        assertThat(new Argon2Answers(pepper(1)).hash(STAIRS, PLACE, COMMAND))
                .isEqualTo(answers.hash(STAIRS, PLACE, COMMAND));
    }

    @Test
    void whatIsHashedMatchesWhateverItCost() {
        assertThat(answers.matches(STAIRS, PLACE, REFERENCE)).isTrue();
        assertThat(answers.matches(STAIRS, PLACE, OTHER_COST)).isTrue();
        assertThat(answers.matches(STAIRS, PLACE, answers.hash(STAIRS, PLACE, UUID.randomUUID())))
                .isTrue();
    }

    static Stream<AnswerBinding> elsewhere() {
        return Stream.of(
                binding("fabrikam", "u-1", "hiding-place"),
                binding("contoso", "u-2", "hiding-place"),
                binding("contoso", "u-1", "school-trip"),
                binding("contosou", "-1", "hiding-place"));
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void matchesNowhereElse(AnswerBinding binding) {
        assertThat(answers.matches(STAIRS, binding, OTHER_COST)).isFalse();
    }

    @Test
    void matchesNoOtherAnswerAndUnderNoOtherSecret() {
        assertThat(answers.matches(new Answer("unter der treppe "), PLACE, OTHER_COST))
                .isFalse();
        assertThat(new Argon2Answers(pepper(2)).matches(STAIRS, PLACE, OTHER_COST))
                .isFalse();
    }

    @Test
    void everyQuestionAccountAndRegistrationHasASaltOfItsOwn() {
        var salts = new HashSet<String>();
        Stream.concat(Stream.of(PLACE), elsewhere())
                .forEach(binding -> salts.add(salt(answers.hash(STAIRS, binding, COMMAND))));
        salts.add(salt(answers.hash(STAIRS, PLACE, new UUID(0, 2))));
        salts.add(salt(new Argon2Answers(pepper(2)).hash(STAIRS, PLACE, COMMAND)));

        assertThat(salts).hasSize(7).allMatch(salt -> salt.length() == 22);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unter der treppe",
                "$argon2i$v=19$m=64,t=3,p=4$c2FsdHNhbHQ$aGFzaA",
                "$argon2id$v=16$m=64,t=3,p=4$c2FsdHNhbHQ$aGFzaA",
                "$argon2id$v=19$m=-1,t=3,p=4$c2FsdHNhbHQ$aGFzaA",
                "$argon2id$v=19$m=99999999,t=3,p=4$c2FsdHNhbHQ$aGFzaA",
                "$argon2id$v=19$m=64,t=3,p=4$c2FsdHNhbHQ$",
            })
    void whatIsNoHashIsDamageAndNotAWrongAnswer(String kept) {
        assertThatIllegalStateException()
                .isThrownBy(() -> answers.matches(STAIRS, PLACE, new AnswerHash(kept)))
                .withMessage("what is kept of an answer is no Argon2id hash");
    }

    @Test
    void printsNothingOfAHash() {
        assertThat(PhcString.parse(REFERENCE.phc())).hasToString("•••");
        assertThat(answers.toString()).doesNotContain("pepper");
    }

    private static String salt(AnswerHash hash) {
        return hash.phc().split("\\$", -1)[4];
    }

    private static AnswerBinding binding(String tenant, String user, String question) {
        return new AnswerBinding(new AggregateKey(tenant, user), new QuestionId(question));
    }

    private static byte[] pepper(int fill) {
        return filled(32, fill);
    }

    private static byte[] filled(int size, int fill) {
        var bytes = new byte[size];
        Arrays.fill(bytes, (byte) fill);
        return bytes;
    }
}

package io.latchkey.registration.mongo;

import io.latchkey.messaging.mongo.FieldCipher;
import io.latchkey.registration.question.AnswerHash;
import io.latchkey.registration.question.QuestionId;
import io.latchkey.registration.question.RegisteredAnswer;
import io.latchkey.registration.question.SecurityAnswers;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** What an account keeps of its answers; each hash is sealed for its question. */
record SecurityAnswersFields(FieldCipher cipher) {

    private static final String ANSWERS = "answers";
    private static final String QUESTION = "question";
    private static final String HASH = "hash";
    private static final String REGISTERED_AT = "registeredAt";

    @Nullable
    Document encode(@Nullable SecurityAnswers answers) {
        return answers == null
                ? null
                : new Document(
                                ANSWERS,
                                answers.answers().stream().map(this::encode).toList())
                        .append(REGISTERED_AT, Date.from(answers.registeredAt()));
    }

    @Nullable
    SecurityAnswers decode(@Nullable Document answers) {
        return answers == null
                ? null
                : new SecurityAnswers(
                        answers.getList(ANSWERS, Document.class).stream()
                                .map(this::answer)
                                .toList(),
                        answers.getDate(REGISTERED_AT).toInstant());
    }

    private Document encode(RegisteredAnswer answer) {
        var question = answer.question();
        return new Document(QUESTION, question.value())
                .append(HASH, cipher.seal(path(question), answer.hash().phc()));
    }

    private RegisteredAnswer answer(Document answer) {
        var question = new QuestionId(answer.getString(QUESTION));
        return new RegisteredAnswer(
                question, new AnswerHash(cipher.open(path(question), answer.get(HASH, Binary.class))));
    }

    private static String path(QuestionId question) {
        return "securityAnswers." + question.value() + "." + HASH;
    }
}

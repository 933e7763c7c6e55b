package io.latchkey.embedded.demo;

import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.CommandRejectionReason;
import io.latchkey.schemas.SecurityAnswersRegistered;
import java.util.LinkedHashMap;
import java.util.UUID;

/** Fourth chapter: answers to security questions, which nobody can read again. */
record Answering(Stage stage, Household household, Person a) {

    void anAnswerIsRefused() {
        stage.step("A answers a question with a word of the question");
        var answers = new LinkedHashMap<>(household.answers());
        answers.put("plush-toy", "Animal");
        var rejected = stage.reply(CommandRejected.class, stage.says(a.answers(answers)));
        stage.expect("the reason", CommandRejectionReason.ANSWER_IN_QUESTION, rejected.getReason());
        stage.expect("the field", "answers[0].answer", rejected.getField());
    }

    UUID aAnswers() {
        stage.step("A answers three questions, one of them the tenant's own");
        var registered = stage.reply(SecurityAnswersRegistered.class, stage.says(a.answers(household.answers())));
        stage.expect("the answers taken", household.answers().size(), registered.getCount());
        return registered.getMethodId();
    }
}

package io.latchkey.registration.question;

import java.util.List;

/** What came of a set of answers. */
public sealed interface Judgement {

    record Accepted(List<RegisteredAnswer> answers) implements Judgement {
        public Accepted {
            answers = List.copyOf(answers);
        }
    }

    /** @param field a path of the command's record, such as {@code answers[2].answer} */
    record Refused(AnswerFault fault, String field) implements Judgement {}
}

package io.latchkey.registration.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which questions, and how many. */
final class QuestionCheck {

    private static final int MIN_ASKED = 3;
    private static final int MAX_ASKED = 5;
    private static final int MAX_CUSTOM = 20;
    private static final int MIN_TEXT = 3;
    private static final int MAX_TEXT = 200;
    private static final Pattern CUSTOM_ID = Pattern.compile("custom-(?=.{1,32}$)[a-z0-9]+(-[a-z0-9]+)*");

    private QuestionCheck() {}

    /** @param known ids of the predefined questions that there are */
    static void check(PolicyProposal.Questions questions, Set<String> known, Faults faults) {
        numbers(questions, known, faults);
        predefined(questions, known, faults);
        custom(questions.custom(), faults);
    }

    static QuestionRules accepted(PolicyProposal.Questions questions) {
        var predefined = questions.predefined();
        return new QuestionRules(
                questions.toRegister(),
                questions.toReset(),
                predefined == null ? null : Set.copyOf(predefined),
                questions.custom().stream()
                        .map(custom -> new QuestionRules.Custom(
                                custom.id(), custom.text().strip()))
                        .toList());
    }

    private static void numbers(PolicyProposal.Questions questions, Set<String> known, Faults faults) {
        int toRegister = questions.toRegister();
        int toReset = questions.toReset();
        boolean registerInRange = MIN_ASKED <= toRegister && toRegister <= MAX_ASKED;
        faults.require(
                registerInRange && toRegister <= offered(questions, known),
                "questionsToRegister",
                "3 to 5, and not more than there are to choose from");
        faults.require(
                MIN_ASKED <= toReset && toReset <= (registerInRange ? toRegister : MAX_ASKED),
                "questionsToReset",
                "3 to 5, and not more than questionsToRegister");
    }

    /** Those that are wrong are counted, so that they are not told of twice. */
    private static int offered(PolicyProposal.Questions questions, Set<String> known) {
        var predefined = questions.predefined();
        var custom = questions.custom().stream().map(QuestionRules.Custom::id).collect(Collectors.toSet());
        return custom.size() + (predefined == null ? known : new HashSet<>(predefined)).size();
    }

    private static void predefined(PolicyProposal.Questions questions, Set<String> known, Faults faults) {
        var predefined = questions.predefined();
        if (predefined != null) {
            faults.each(
                    "predefinedQuestions",
                    predefined,
                    known.size(),
                    known::contains,
                    "the id of a predefined question");
        }
    }

    private static void custom(List<QuestionRules.Custom> custom, Faults faults) {
        var ids = new HashSet<String>();
        if (faults.size("customQuestions", custom, MAX_CUSTOM)) {
            for (int i = 0; i < custom.size(); i++) {
                check(custom.get(i), Faults.element("customQuestions", i), ids, faults);
            }
        }
    }

    private static void check(QuestionRules.Custom question, String field, Set<String> ids, Faults faults) {
        faults.require(
                CUSTOM_ID.matcher(question.id()).matches() && ids.add(question.id()),
                field + ".questionId",
                "custom- and 1 to 32 lower-case letters and digits, joined by single hyphens, and no other question's");
        faults.require(
                asks(question.text().strip()),
                field + ".text",
                MIN_TEXT + " to " + MAX_TEXT + " characters without control characters");
    }

    private static boolean asks(String text) {
        int length = text.codePointCount(0, text.length());
        return MIN_TEXT <= length && length <= MAX_TEXT && text.codePoints().noneMatch(QuestionCheck::unwritable);
    }

    /** Controls, half surrogates, and what Unicode has not assigned yet. */
    private static boolean unwritable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE || type == Character.UNASSIGNED;
    }
}

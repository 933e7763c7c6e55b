package io.latchkey.crashtest.checker;

import static io.latchkey.crashtest.checker.Story.ACCOUNT;
import static io.latchkey.crashtest.checker.Story.FIRST_CODE;
import static io.latchkey.crashtest.checker.Story.METHOD;
import static io.latchkey.crashtest.checker.Story.NOON;
import static io.latchkey.crashtest.checker.Story.REMINDER;
import static io.latchkey.crashtest.checker.Story.SECOND_CODE;
import static io.latchkey.crashtest.checker.Story.code;
import static io.latchkey.crashtest.checker.Story.due;
import static io.latchkey.crashtest.checker.Story.id;
import static io.latchkey.crashtest.checker.Story.method;
import static io.latchkey.crashtest.checker.Story.reply;
import static io.latchkey.crashtest.checker.Story.saying;
import static io.latchkey.crashtest.checker.Story.with;
import static io.latchkey.crashtest.checker.Topics.NOTIFICATION_EVENTS;
import static io.latchkey.crashtest.checker.Topics.REGISTRATION_COMMANDS;
import static io.latchkey.crashtest.checker.Topics.REGISTRATION_EVENTS;
import static io.latchkey.crashtest.checker.Topics.VERIFICATION_EVENTS;
import static io.latchkey.crashtest.checker.Violation.Kind.DOUBLED;
import static io.latchkey.crashtest.checker.Violation.Kind.LOST;
import static io.latchkey.crashtest.checker.Violation.Kind.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.latchkey.crashtest.checker.Violation.Kind;
import java.time.Duration;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each invariant finds what it is there to find: one planted violation after the other, in what was sound before. */
class CheckerTest {

    @Test
    void aSoundStoryViolatesNothingAndIsLookedAtByEveryInvariant() {
        var findings = Checker.check(new Story().evidence());

        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.violations()).isEmpty());
        assertThat(findings).allSatisfy(finding -> assertThat(finding.count()).isPositive());
    }

    @Test
    void aReminderThatWasAnsweredBeforeItWentOutHasItsEnd() {
        var story = new Story();
        story.remove(
                "NotificationAccepted",
                event -> event.required("notificationId").equals(REMINDER));
        story.event(
                NOTIFICATION_EVENTS,
                "NotificationCancelled",
                1,
                new HashMap<>(Map.of(
                        "notificationId",
                        REMINDER,
                        "purpose",
                        "REMINDER",
                        "attempt",
                        0,
                        "causationId",
                        Story.eventId(REGISTRATION_EVENTS, "MethodProven", 3))));

        assertThat(Checker.check(story.evidence()))
                .filteredOn(finding -> finding.invariant().equals("7  every step has followed once"))
                .allSatisfy(finding -> assertThat(finding.violations()).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("planted")
    void aPlantedViolationIsFound(String what, String invariant, Kind kind, Consumer<Story> plant) {
        var story = new Story();
        plant.accept(story);

        assertThat(Checker.check(story.evidence()))
                .filteredOn(finding -> finding.invariant().equals(invariant))
                .singleElement()
                .satisfies(finding -> assertThat(finding.violations())
                        .extracting(Violation::kind)
                        .contains(kind));
    }

    static Stream<Arguments> planted() {
        return Stream.of(replies(), codes(), calls(), sequences(), steps(), documents(), rest())
                .flatMap(arguments -> arguments);
    }

    private static Arguments plant(String what, String invariant, Kind kind, Consumer<Story> plant) {
        return arguments(what, invariant, kind, plant);
    }

    private static Stream<Arguments> replies() {
        var one = "1  one reply per command";
        return Stream.of(
                plant(
                        "a doubled reply",
                        one,
                        DOUBLED,
                        story -> story.event(
                                VERIFICATION_EVENTS,
                                "CodeRejected",
                                5,
                                reply("guess", method("reason", "WRONG_CODE")))),
                plant("a lost reply", one, LOST, story -> story.remove("CodeRejected")),
                plant(
                        "a retriable reply too many",
                        one,
                        DOUBLED,
                        story -> story.event(
                                REGISTRATION_EVENTS,
                                "CommandRejected",
                                6,
                                reply("register", Map.of("retriable", true)))),
                plant("a repeat without a reply to either", one, LOST, story -> {
                    story.change("CodeRejected", event -> with(event, "retriable", true));
                    story.log.add(saying(
                            story.log.stream()
                                    .filter(entry -> entry.text("metadata.commandId")
                                            .orElse("")
                                            .equals(id("guess").toString()))
                                    .findFirst()
                                    .orElseThrow(),
                            "once more"));
                }),
                plant(
                        "an acknowledged command that is nowhere",
                        one,
                        LOST,
                        story -> story.sent.add(new Sent(
                                Sent.Kind.COMMAND, UUID.randomUUID(), REGISTRATION_COMMANDS, ACCOUNT, "gone", true))),
                plant(
                        "an id used twice without a refusal",
                        "1  an id used twice is refused",
                        OTHER,
                        story -> story.remove("CommandRejected")));
    }

    private static Stream<Arguments> codes() {
        var live = "2  one live code per method";
        var once = "8  a code proves once";
        var budget = "6  guesses within the budget";
        return Stream.of(
                plant(
                        "a second live code",
                        live,
                        OTHER,
                        story -> story.change("CodeIssued", event -> with(event, "supersededCodeId", "another"))),
                plant(
                        "a resurrected code",
                        live,
                        OTHER,
                        story -> story.change("CodeVerified", event -> with(event, "codeId", FIRST_CODE))),
                plant(
                        "a code that proves twice",
                        once,
                        DOUBLED,
                        story -> story.event(VERIFICATION_EVENTS, "CodeVerified", 5, method("codeId", SECOND_CODE))),
                plant(
                        "a method that is proven twice",
                        once,
                        DOUBLED,
                        story -> story.event(REGISTRATION_EVENTS, "MethodProven", 6, due(method("kind", "EMAIL")))),
                plant("a sixth wrong guess at a method", budget, OTHER, story -> wrong(story, METHOD, 5)),
                plant("a right guess after the last one was spent", budget, OTHER, story -> {
                    wrong(story, METHOD, 4);
                    story.event(VERIFICATION_EVENTS, "CodeVerified", 20, method("codeId", SECOND_CODE));
                }),
                plant("an eleventh wrong guess of an account", budget, OTHER, story -> {
                    for (int i = 0; i < 10; i++) {
                        wrong(story, "method " + i, 1);
                    }
                }));
    }

    private static void wrong(Story story, String method, int times) {
        for (int i = 0; i < times; i++) {
            story.event(
                    VERIFICATION_EVENTS,
                    "CodeRejected",
                    5 + i,
                    UUID.randomUUID().toString(),
                    new HashMap<>(Map.of("methodId", method, "reason", "WRONG_CODE")));
        }
    }

    private static Stream<Arguments> calls() {
        var late = "3  no call for what is over";
        var per = "4  provider calls per notification";
        return Stream.of(
                plant(
                        "a call after the code has expired",
                        late,
                        OTHER,
                        story -> story.call(FIRST_CODE, NOON.plusSeconds(63), Call.Answer.LATER)),
                plant(
                        "a call after the end was recorded",
                        late,
                        OTHER,
                        story -> story.call(FIRST_CODE, NOON.plusSeconds(1), Call.Answer.LATER)),
                plant("a third provider call", per, DOUBLED, story -> {
                    story.call(FIRST_CODE, NOON.plusSeconds(1), Call.Answer.CUT);
                    story.call(FIRST_CODE, NOON.plusSeconds(2), Call.Answer.ACCEPTED);
                }),
                plant(
                        "a second call although the first was answered",
                        per,
                        DOUBLED,
                        story -> story.call(FIRST_CODE, NOON.plusSeconds(1), Call.Answer.ACCEPTED)),
                plant(
                        "another message under the same key",
                        per,
                        OTHER,
                        story -> story.calls.add(new Call(FIRST_CODE, NOON, Call.Answer.LATER, "another text"))),
                plant(
                        "a message told as accepted that nobody accepted",
                        per,
                        LOST,
                        story ->
                                story.calls.removeIf(call -> call.notification().equals(SECOND_CODE))));
    }

    private static Stream<Arguments> sequences() {
        var gaps = "5  sequences without a gap, in order";
        return Stream.of(
                plant(
                        "a gap",
                        gaps,
                        OTHER,
                        story -> story.event(VERIFICATION_EVENTS, "CodeRejected", 6, method("reason", "EXPIRED"))),
                plant(
                        "a number used twice",
                        gaps,
                        OTHER,
                        story -> story.event(VERIFICATION_EVENTS, "CodeRejected", 4, method("reason", "EXPIRED"))),
                plant("events in the wrong order", gaps, OTHER, story -> Collections.reverse(story.log)),
                plant(
                        "a repeat that says something else",
                        gaps,
                        OTHER,
                        story -> story.log.add(saying(story.first("MethodProven"), "something else"))));
    }

    private static Stream<Arguments> steps() {
        var step = "7  every step has followed once";
        return Stream.of(
                plant(
                        "a method without a code",
                        step,
                        LOST,
                        story -> story.remove(
                                "CodeIssued", event -> event.required("codeId").equals(FIRST_CODE))),
                plant("a method with two codes", step, DOUBLED, story -> {
                    var fields = code("third", 3, SECOND_CODE);
                    fields.put("causationId", Story.eventId(REGISTRATION_EVENTS, "MethodRegistered", 2));
                    story.event(VERIFICATION_EVENTS, "CodeIssued", 5, fields);
                }),
                plant(
                        "a code that is not sent",
                        step,
                        LOST,
                        story -> story.remove(
                                "SendCode", event -> event.required("codeId").equals(SECOND_CODE))),
                plant(
                        "a message without an end",
                        step,
                        LOST,
                        story -> story.remove(
                                "NotificationAccepted",
                                event -> event.required("notificationId").equals(SECOND_CODE))),
                plant(
                        "a person who is not reminded",
                        step,
                        LOST,
                        story -> story.remove(
                                "NotificationAccepted",
                                event -> event.required("notificationId").equals(REMINDER))),
                plant("a proof that proves nothing", step, LOST, story -> story.remove("MethodProven")),
                plant("a method that is proven by nobody", step, OTHER, story -> story.remove("CodeVerified")));
    }

    private static Stream<Arguments> documents() {
        var fold = "7  documents are the fold of the events";
        return Stream.of(
                plant(
                        "another method in the registration",
                        fold,
                        OTHER,
                        story -> story.registration.putAll(Story.registration("another", true))),
                plant(
                        "a due date that was told and is not marked",
                        fold,
                        OTHER,
                        story -> story.registration.putAll(Story.registration(METHOD, false))),
                plant(
                        "an account without a document",
                        fold,
                        LOST,
                        story -> story.registration.put("_id", "crash/somebody else")),
                plant(
                        "a proven challenge that is open again",
                        fold,
                        OTHER,
                        story -> story.challenge().put("status", "OPEN")),
                plant(
                        "a challenge that is exhausted too early",
                        fold,
                        OTHER,
                        story -> story.challenge().put("status", "EXHAUSTED")),
                plant(
                        "a guess that is not counted",
                        fold,
                        OTHER,
                        story -> story.verification.get("state", Document.class).put("wrongGuesses", List.of())),
                plant(
                        "a running number that went back",
                        fold,
                        OTHER,
                        story -> story.verification.get("state", Document.class).put("lastNumber", 1)),
                plant(
                        "a notification that has not ended",
                        fold,
                        LOST,
                        story -> story.underWay.add(new Document("_id", "n").append("lane", "SMS-CODES"))),
                plant("an end that is not archived", fold, OTHER, story -> story.done.removeFirst()),
                plant(
                        "an end that is archived as another",
                        fold,
                        OTHER,
                        story -> story.done.getFirst().put("state", "REJECTED")));
    }

    private static Stream<Arguments> rest() {
        var letters = "10 dead letters of garbage alone";
        var dates = "11 one announcement per due date";
        return Stream.of(
                plant(
                        "a service that lags",
                        "10 no lag by the watermarks",
                        OTHER,
                        story -> story.progress.add(new Progress("verification", REGISTRATION_EVENTS, 0, 5, 3))),
                plant(
                        "garbage without a dead letter",
                        letters,
                        LOST,
                        story -> story.log.removeIf(entry -> entry.topic().endsWith(Topics.DEAD_LETTERS))),
                plant(
                        "garbage with two dead letters",
                        letters,
                        DOUBLED,
                        story -> story.letter("rubbish", "another id")),
                plant("a dead letter of what was good", letters, OTHER, story -> story.letter("good", "good")),
                plant(
                        "a due date that is announced twice",
                        dates,
                        DOUBLED,
                        story -> story.event(REGISTRATION_EVENTS, "ReconfirmDue", 6, due(new HashMap<>()))),
                plant(
                        "a due date that is forgotten",
                        dates,
                        LOST,
                        story -> story.registration.put("tickAt", Date.from(Story.DUE))));
    }

    @Test
    void aLostAnswerExcusesASecondCall() {
        var story = new Story();
        story.call(FIRST_CODE, NOON.plusSeconds(1), Call.Answer.ACCEPTED);
        story.troubles.add(new Trouble(NOON, NOON.plusSeconds(1), false));

        assertThat(new ProviderCalls().check(new History(story.evidence())).violations())
                .isEmpty();
    }

    @Test
    void aUserWhoIsLockedMayHaveGuessesLeftAtAMethod() {
        var events = List.of(new Story().first("CodeIssued"), new Story().first("CodeRejected"));
        var exhausted = new Story();
        exhausted.event(VERIFICATION_EVENTS, "GuessesExhausted", 3, method("lockedUntil", "tomorrow"));
        var fold = VerificationFold.of(Stream.concat(events.stream(), Stream.of(exhausted.first("GuessesExhausted")))
                .toList());
        var document = Story.verification("OPEN");
        var state = document.get("state", Document.class);
        state.put("lastNumber", 1);
        state.getList("challenges", Document.class).getFirst().put("codeId", FIRST_CODE);
        document.getList("sequences", Document.class).getFirst().put("sequence", 3L);

        assertThat(fold.differs(document)).isEmpty();
    }

    @Test
    void onlyAPauseExcusesALateCall() {
        var story = new Story();
        var expired = NOON.plusSeconds(63);
        story.call("other", expired, Call.Answer.ACCEPTED);
        story.troubles.add(new Trouble(expired.minus(Duration.ofSeconds(9)), expired, true));
        story.calls.replaceAll(call -> call.notification().equals(FIRST_CODE)
                ? new Call(FIRST_CODE, expired, call.answer(), call.message())
                : call);

        assertThat(new NoCallTooLate().check(new History(story.evidence())).violations())
                .isEmpty();
    }
}

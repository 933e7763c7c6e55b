package io.latchkey.registration.policy;

import static io.latchkey.registration.policy.Draft.accepted;
import static io.latchkey.registration.policy.Draft.addresses;
import static io.latchkey.registration.policy.Draft.check;
import static io.latchkey.registration.policy.Draft.kinds;
import static io.latchkey.registration.policy.Draft.questions;
import static io.latchkey.registration.policy.Draft.texts;
import static io.latchkey.registration.policy.MethodKind.EMAIL;
import static io.latchkey.registration.policy.MethodKind.MOBILE_PHONE;
import static io.latchkey.registration.policy.MethodKind.OFFICE_PHONE;
import static io.latchkey.registration.policy.MethodKind.SECURITY_QUESTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.policy.PolicyCheck.Result.Accepted;
import io.latchkey.registration.policy.PolicyCheck.Result.Refused;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field at its bounds and beyond. */
class PolicyCheckTest {

    static Stream<Arguments> numbers() {
        return Stream.of(
                number("reconfirmAfterDays", 0, 730, (draft, n) -> draft.reconfirmAfterDays = n),
                number("codeLength", 6, 10, (draft, n) -> draft.codeLength = n),
                number("phoneCodeLifetimeSeconds", 60, 600, (draft, n) -> draft.phoneLifetime = n),
                number("emailCodeLifetimeSeconds", 60, 86_400, (draft, n) -> draft.emailLifetime = n),
                number("sendsPerMethod", 1, 10, (draft, n) -> draft.sendsPerMethod = n),
                number("sendCooldownSeconds", 0, 600, (draft, n) -> draft.cooldown = n),
                number("sendsPerDestination", 1, 100, (draft, n) -> draft.sendsPerDestination = n),
                number("wrongCodesPerMethod", 1, 5, (draft, n) -> draft.wrongPerMethod = n),
                number("wrongCodesPerUser", 1, 10, (draft, n) -> draft.wrongPerUser = n),
                number("methodsRequiredToReset", 1, 2, (draft, n) -> {
                    draft.toReset = n;
                    draft.toRegister = 2;
                }),
                number("methodsRequiredToRegister", 1, 4, (draft, n) -> {
                    draft.toRegister = n;
                    draft.offered = kinds(MethodKind.values());
                }),
                number("questionsToRegister", 3, 5, (draft, n) -> draft.questionsToRegister = n),
                number("questionsToReset", 3, 5, (draft, n) -> draft.questionsToReset = n));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    @Tag("SPEC-1.4.methodsRequiredToReset.range")
    @Tag("SPEC-1.4.methodsRequiredToRegister.range")
    @Tag("SPEC-1.4.questions.range")
    @Tag("SPEC-1.4.reconfirmAfterDays.range")
    @Tag("SPEC-1.4.codeLength.range")
    @Tag("SPEC-1.4.codeLifetime.range")
    void aNumberIsWithinItsBounds(String field, int min, int max, BiConsumer<Draft, Integer> set) {
        assertThat(check(draft -> set.accept(draft, min))).isInstanceOf(Accepted.class);
        assertThat(check(draft -> set.accept(draft, max))).isInstanceOf(Accepted.class);
        for (int outside : new int[] {min - 1, max + 1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThat(faulty(draft -> set.accept(draft, outside)))
                    .contains(field)
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    static Stream<Arguments> unknownConstants() {
        return Stream.of(
                change("enablement", draft -> draft.enablement = null),
                change("reconfirmBy", draft -> draft.reconfirmBy = null),
                change("methodsOffered[1]", draft -> draft.offered = List.of(Optional.of(EMAIL), Optional.empty())),
                change("methodsOffered[0]", draft -> draft.offered = List.of(Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("unknownConstants")
    void aConstantThatThisVersionDoesNotKnowIsRefused(String field, Consumer<Draft> change) {
        assertThat(check(change)).isEqualTo(refused(field, "a known constant"));
    }

    static Stream<Arguments> acceptable() {
        return Stream.of(
                change("nobody", draft -> draft.enablement = Enablement.NONE),
                change("one group", draft -> {
                    draft.enablement = Enablement.SELECTED;
                    draft.groups = List.of("g");
                }),
                change("200 groups of 128 characters", draft -> {
                    draft.enablement = Enablement.SELECTED;
                    draft.groups = texts(200, "%0128d");
                }),
                change("groups that nobody asks for", draft -> draft.groups = List.of("staff", "staff")),
                change("one kind", draft -> draft.offered = kinds(OFFICE_PHONE)),
                change("one kind twice", draft -> draft.offered = kinds(EMAIL, EMAIL)),
                change("questions besides", draft -> draft.offered = kinds(EMAIL, SECURITY_QUESTIONS)),
                change("one country", draft -> draft.countries = List.of("DE")),
                change("no custom question", draft -> draft.custom = List.of()),
                change("20 custom questions", draft -> draft.custom = questions(20)),
                change("just enough predefined", draft -> {
                    draft.predefined = List.of("first-boss", "plush-toy", "school-trip");
                    draft.questionsToRegister = 3;
                }),
                change("custom questions alone", draft -> {
                    draft.predefined = List.of();
                    draft.custom = questions(5);
                }),
                change("a short text", draft -> draft.custom = custom("custom-a", "Who")),
                change("a short id", draft -> draft.custom = custom("custom-1", "Who is it?")),
                change("a long id", draft -> draft.custom = custom("custom-" + "a".repeat(32), "Who is it?")),
                change("a long text of pairs", draft -> draft.custom = custom("custom-a", "\ud83d\ude80".repeat(200))),
                change("no helpdesk", draft -> draft.helpdesk = null),
                change("100 addresses", draft -> draft.administrators = addresses(100)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acceptable")
    @Tag("SPEC-1.4.methodsOffered.range")
    @Tag("SPEC-1.4.countries.range")
    @Tag("SPEC-1.4.administratorAddresses.range")
    @Tag("SPEC-1.4.questionList.custom")
    void whatIsWithinTheRulesIsAccepted(String name, Consumer<Draft> change) {
        assertThat(check(change)).isInstanceOf(Accepted.class);
    }

    static Stream<Arguments> refusable() {
        return Stream.of(
                change("selectedGroups", draft -> draft.enablement = Enablement.SELECTED),
                change("selectedGroups", draft -> draft.groups = texts(201, "g%d")),
                change("selectedGroups[1]", draft -> draft.groups = List.of("g", "")),
                change("selectedGroups[0]", draft -> draft.groups = List.of(" ")),
                change("selectedGroups[0]", draft -> draft.groups = List.of("g".repeat(129))),
                change("selectedGroups[0]", draft -> draft.groups = List.of("a\nb")),
                change("methodsOffered", draft -> draft.offered = kinds()),
                change("methodsOffered", draft -> draft.offered = kinds(SECURITY_QUESTIONS)),
                change("allowedCountries", draft -> draft.countries = List.of()),
                change("allowedCountries[1]", draft -> draft.countries = List.of("DE", "XX")),
                change("allowedCountries[0]", draft -> draft.countries = List.of("de")),
                change("allowedCountries[0]", draft -> draft.countries = List.of("DEU")),
                change("predefinedQuestions[1]", draft -> {
                    draft.predefined = List.of("first-boss", "mothers-name", "plush-toy");
                    draft.questionsToRegister = 3;
                }),
                change("customQuestions", draft -> draft.custom = questions(21)),
                change("customQuestions[0].text", draft -> draft.custom = custom("custom-a", "ab")),
                change("customQuestions[0].text", draft -> draft.custom = custom("custom-a", "  ab  ")),
                change("customQuestions[0].text", draft -> draft.custom = custom("custom-a", "a".repeat(201))),
                change("customQuestions[0].text", draft -> draft.custom = custom("custom-a", "Who\u0000?")),
                change("customQuestions[0].text", draft -> draft.custom = custom("custom-a", "Who\ud83d?")),
                change("customQuestions[0].questionId", draft -> draft.custom = custom("plush-toy", "Who?")),
                change("customQuestions[0].questionId", draft -> draft.custom = custom("custom-", "Who?")),
                change("customQuestions[0].questionId", draft -> draft.custom = custom("custom-A", "Who?")),
                change("customQuestions[0].questionId", draft -> draft.custom = custom("custom-a b", "Who?")),
                change("customQuestions[0].questionId", draft -> draft.custom = custom("custom-a--b", "Who?")),
                change("customQuestions[0].questionId", draft -> draft.custom = custom("custom-a\n", "Who?")),
                change(
                        "customQuestions[0].questionId",
                        draft -> draft.custom = custom("custom-" + "a".repeat(33), "Who?")),
                change(
                        "customQuestions[1].questionId",
                        draft -> draft.custom = List.of(
                                new QuestionRules.Custom("custom-a", "Who?"),
                                new QuestionRules.Custom("custom-a", "Where?"))),
                change("helpdesk", draft -> draft.helpdesk = ""),
                change("administratorAddresses", draft -> draft.administrators = addresses(101)),
                change("administratorAddresses[0]", draft -> draft.administrators = readable("nobody")),
                change("administratorAddresses[0]", draft -> draft.administrators = readable("")),
                change(
                        "administratorAddresses[1]",
                        draft -> draft.administrators = readable("ada@contoso.com", "ADA@contoso.com")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusable")
    @Tag("SPEC-1.4.countries.range")
    @Tag("SPEC-1.4.administratorAddresses.range")
    @Tag("SPEC-1.4.questionList.custom")
    void whatIsOutsideTheRulesIsRefusedByItsFieldAlone(String field, Consumer<Draft> change) {
        assertThat(faulty(change)).containsExactly(field);
    }

    static Stream<Arguments> endless() {
        return Stream.of(
                change("selectedGroups", draft -> draft.groups = Collections.nCopies(60_000, "")),
                change("methodsOffered", draft -> draft.offered = Collections.nCopies(60_000, Optional.empty())),
                change("allowedCountries", draft -> draft.countries = Collections.nCopies(60_000, "")),
                change("predefinedQuestions", draft -> {
                    draft.predefined = texts(60_000, "%d");
                }),
                change(
                        "customQuestions",
                        draft -> draft.custom = Collections.nCopies(60_000, new QuestionRules.Custom("", ""))),
                change(
                        "administratorAddresses",
                        draft -> draft.administrators = Collections.nCopies(60_000, new Opened.Unreadable())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endless")
    void whatIsToldOfAListHasAnEnd(String field, Consumer<Draft> change) {
        assertThat(faulty(change)).containsExactly(field);
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                change("methodsRequiredToRegister", draft -> {
                    draft.toReset = 2;
                    draft.toRegister = 1;
                }),
                change("methodsRequiredToRegister", draft -> draft.toRegister = 3),
                change("methodsRequiredToRegister", draft -> {
                    draft.offered = kinds(EMAIL, EMAIL);
                    draft.toRegister = 2;
                }),
                change("questionsToReset", draft -> {
                    draft.questionsToRegister = 3;
                    draft.questionsToReset = 4;
                }),
                change("questionsToRegister", draft -> draft.predefined = List.of("first-boss", "plush-toy")),
                change("questionsToRegister", draft -> {
                    draft.predefined = List.of("first-boss", "first-boss", "plush-toy");
                    draft.custom = questions(2);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    @Tag("SPEC-1.4.methodsRequiredToRegister.range")
    @Tag("SPEC-1.4.questions.range")
    void fieldsDoNotContradictEachOther(String field, Consumer<Draft> change) {
        assertThat(faulty(change)).containsExactly(field);
    }

    @Test
    void twoMethodsCannotBeAskedForWhereOneIsOffered() {
        assertThat(faulty(draft -> {
                    draft.offered = kinds(EMAIL);
                    draft.toReset = 2;
                    draft.toRegister = 2;
                }))
                .containsExactly("methodsRequiredToReset", "methodsRequiredToRegister");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://help.contoso.com",
                "http://help.contoso.com:8080/reset?tenant=contoso#now",
                "https://[2001:db8::1]/",
                "helpdesk@contoso.com"
            })
    @Tag("SPEC-1.4.helpdesk.range")
    void aHelpdeskIsALinkOrAnAddress(String helpdesk) {
        assertThat(accepted(draft -> draft.helpdesk = helpdesk).help().helpdesk())
                .isEqualTo(helpdesk);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "help",
                "help.contoso.com",
                "ftp://help.contoso.com",
                "javascript:alert(1)",
                "mailto:helpdesk@contoso.com",
                "https://",
                "https:///path",
                "https:help.contoso.com",
                "https://user@help.contoso.com",
                "https://user:secret@help.contoso.com",
                "https://help.contoso.com:65536",
                "https://help contoso.com",
                "https://help.contoso.com/\u202e",
                "https://h\u00e4lp.contoso.com",
                "https://help.contoso.com/\n",
                "helpdesk@"
            })
    @Tag("SPEC-1.4.helpdesk.range")
    void aHelpdeskThatLeadsNowhereOrElsewhereIsRefused(String helpdesk) {
        assertThat(faulty(draft -> draft.helpdesk = helpdesk)).containsExactly("helpdesk");
    }

    @Test
    void aHelpdeskHas2048CharactersAtMost() {
        var link = "https://help.contoso.com/";
        var longest = link + "a".repeat(2048 - link.length());
        assertThat(accepted(draft -> draft.helpdesk = longest).help().helpdesk())
                .isEqualTo(longest);
        assertThat(faulty(draft -> draft.helpdesk = longest + "a")).containsExactly("helpdesk");
    }

    @Test
    void anAddressThatCannotBeOpenedIsToldOfAsSuch() {
        assertThat(check(draft -> draft.administrators =
                        List.of(new Opened.Readable("ada@contoso.com"), new Opened.Unreadable())))
                .isEqualTo(new Refused(List.of(FieldFault.unreadable("policy.administratorAddresses[1]"))));
    }

    @Test
    void whatIsAcceptedIsNormalised() {
        var policy = accepted(draft -> {
            draft.custom = custom("custom-a", " Who was it? ");
            draft.helpdesk = "Help@Contoso.COM";
            draft.administrators = readable(" Ada@M\u00fcller.example ");
        });
        assertThat(policy.questions().custom()).isEqualTo(custom("custom-a", "Who was it?"));
        assertThat(policy.help())
                .isEqualTo(new Help("Help@contoso.com", List.of(new EmailAddress("Ada@xn--mller-kva.example"))));
    }

    @Test
    void theDefaultsAreAcceptedAsTheyAre() {
        assertThat(check(draft -> {})).isEqualTo(new Accepted(Policy.DEFAULT));
    }

    @Test
    @Tag("SPEC-1.4.enablement.default")
    @Tag("SPEC-1.4.methodsOffered.default")
    @Tag("SPEC-1.4.methodsRequiredToReset.default")
    @Tag("SPEC-1.4.methodsRequiredToRegister.default")
    @Tag("SPEC-1.4.questions.default")
    @Tag("SPEC-1.4.questionList.default")
    @Tag("SPEC-1.4.reconfirmAfterDays.default")
    @Tag("SPEC-1.4.reconfirmBy.default")
    @Tag("SPEC-1.4.usePrepopulatedUnproven.default")
    @Tag("SPEC-1.4.codeLength.default")
    @Tag("SPEC-1.4.codeLifetime.default")
    @Tag("SPEC-1.4.sendsPerMethod.default")
    @Tag("SPEC-1.4.sendsPerDestination.default")
    @Tag("SPEC-1.4.countries.default")
    @Tag("SPEC-1.4.wrongCodes.default")
    @Tag("SPEC-1.4.helpdesk.default")
    @Tag("SPEC-1.4.administratorAddresses.default")
    void theDefaultsAreThoseOfTheSpecification() {
        assertThat(Policy.DEFAULT)
                .isEqualTo(new Policy(
                        new Scope(Enablement.ALL, Set.of()),
                        new MethodRules(Set.of(MethodKind.MOBILE_PHONE, EMAIL), 1, 1, false, null),
                        new QuestionRules(5, 3, null, List.of()),
                        new Reconfirmation(Duration.ofDays(180), Reconfirmation.By.CONFIRM),
                        new CodeRules(
                                6, Duration.ofMinutes(5), Duration.ofMinutes(10), 5, Duration.ofSeconds(30), 10, 5, 10),
                        new Help(null, List.of())));
    }

    @Test
    void everyFieldGoesWhereItBelongs() {
        var policy = accepted(draft -> {
            draft.enablement = Enablement.SELECTED;
            draft.groups = List.of("staff");
            draft.offered = kinds(EMAIL, MOBILE_PHONE, SECURITY_QUESTIONS);
            draft.toReset = 2;
            draft.toRegister = 3;
            draft.usePrepopulatedUnproven = true;
            draft.countries = List.of("DE", "AT");
            draft.questionsToRegister = 4;
            draft.questionsToReset = 3;
            draft.predefined = List.of("first-boss", "plush-toy");
            draft.custom = questions(2);
            draft.reconfirmAfterDays = 90;
            draft.reconfirmBy = Reconfirmation.By.CODE;
            draft.codeLength = 7;
            draft.phoneLifetime = 61;
            draft.emailLifetime = 62;
            draft.sendsPerMethod = 3;
            draft.cooldown = 4;
            draft.sendsPerDestination = 50;
            draft.wrongPerMethod = 2;
            draft.wrongPerUser = 9;
        });
        assertThat(policy)
                .isEqualTo(new Policy(
                        new Scope(Enablement.SELECTED, Set.of("staff")),
                        new MethodRules(
                                Set.of(EMAIL, MOBILE_PHONE, SECURITY_QUESTIONS), 2, 3, true, Set.of("DE", "AT")),
                        new QuestionRules(4, 3, Set.of("first-boss", "plush-toy"), questions(2)),
                        new Reconfirmation(Duration.ofDays(90), Reconfirmation.By.CODE),
                        new CodeRules(
                                7, Duration.ofSeconds(61), Duration.ofSeconds(62), 3, Duration.ofSeconds(4), 50, 2, 9),
                        new Help(null, List.of())));
    }

    @Test
    void everyFieldAtFaultIsToldOfAtOnce() {
        assertThat(faulty(draft -> {
                    draft.enablement = null;
                    draft.groups = List.of("");
                    draft.offered = List.of(Optional.of(EMAIL), Optional.empty());
                    draft.toReset = 3;
                    draft.toRegister = 0;
                    draft.countries = List.of("XX");
                    draft.questionsToRegister = 6;
                    draft.questionsToReset = 2;
                    draft.predefined = List.of("nonsense");
                    draft.custom = custom("x", "");
                    draft.reconfirmAfterDays = -1;
                    draft.reconfirmBy = null;
                    draft.codeLength = 5;
                    draft.phoneLifetime = 601;
                    draft.emailLifetime = 59;
                    draft.sendsPerMethod = 0;
                    draft.cooldown = -1;
                    draft.sendsPerDestination = 101;
                    draft.wrongPerMethod = 6;
                    draft.wrongPerUser = 11;
                    draft.helpdesk = "help";
                    draft.administrators = List.of(new Opened.Unreadable(), new Opened.Readable("nobody"));
                }))
                .containsExactlyInAnyOrder(
                        "enablement",
                        "selectedGroups[0]",
                        "methodsOffered[1]",
                        "methodsRequiredToReset",
                        "methodsRequiredToRegister",
                        "allowedCountries[0]",
                        "questionsToRegister",
                        "questionsToReset",
                        "predefinedQuestions[0]",
                        "customQuestions[0].questionId",
                        "customQuestions[0].text",
                        "reconfirmAfterDays",
                        "reconfirmBy",
                        "codeLength",
                        "phoneCodeLifetimeSeconds",
                        "emailCodeLifetimeSeconds",
                        "sendsPerMethod",
                        "sendCooldownSeconds",
                        "sendsPerDestination",
                        "wrongCodesPerMethod",
                        "wrongCodesPerUser",
                        "helpdesk",
                        "administratorAddresses[0]",
                        "administratorAddresses[1]");
    }

    private static Arguments number(String field, int min, int max, BiConsumer<Draft, Integer> set) {
        return Arguments.of(field, min, max, set);
    }

    private static Arguments change(String name, Consumer<Draft> change) {
        return Arguments.of(name, change);
    }

    private static List<QuestionRules.Custom> custom(String id, String text) {
        return List.of(new QuestionRules.Custom(id, text));
    }

    private static List<Opened> readable(String... addresses) {
        return Stream.of(addresses).<Opened>map(Opened.Readable::new).toList();
    }

    private static Refused refused(String field, String requirement) {
        return new Refused(List.of(new FieldFault("policy." + field, requirement, false)));
    }

    /** The fields at fault, without the record's name. */
    private static List<String> faulty(Consumer<Draft> change) {
        return faults(check(change)).stream()
                .map(fault -> fault.field().substring("policy.".length()))
                .toList();
    }

    private static List<FieldFault> faults(PolicyCheck.@Nullable Result result) {
        return result instanceof Refused(var faults) ? faults : List.of();
    }
}

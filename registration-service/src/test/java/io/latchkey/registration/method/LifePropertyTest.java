package io.latchkey.registration.method;

import static io.latchkey.registration.policy.MethodKind.SECURITY_QUESTIONS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.WakingHours;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.method.Life.Event;
import io.latchkey.registration.method.Life.Step;
import io.latchkey.registration.method.MethodCommand.Report;
import io.latchkey.registration.method.MethodOutcome.AdministratorContacted;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.method.MethodOutcome.MethodProven;
import io.latchkey.registration.method.MethodOutcome.MethodRegistered;
import io.latchkey.registration.method.MethodOutcome.ReconfirmDue;
import io.latchkey.registration.method.MethodOutcome.ReconfirmReminder;
import io.latchkey.registration.policy.Enablement;
import io.latchkey.registration.policy.Help;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.MethodRules;
import io.latchkey.registration.policy.Policy;
import io.latchkey.registration.policy.Reconfirmation;
import io.latchkey.registration.policy.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** What holds after every step of every life, whatever is asked and whatever the policies say. */
class LifePropertyTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Tag("SPEC-2.2a")
    void ofEachKindOneMethodIsProvenAndOneWaitsAtMost(@ForAll("lives") List<Event> life) {
        states(life).forEach(state -> {
            assertThat(state.methods().proven())
                    .extracting(p -> p.method().kind())
                    .doesNotHaveDuplicates();
            assertThat(state.methods().unproven()).extracting(Method::kind).doesNotHaveDuplicates();
        });
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Tag("SPEC-2.5j")
    void nothingCountsThatIsNotOfferedAndQuestionsNeverSufficeAlone(@ForAll("lives") List<Event> life) {
        settled(life).forEach(event -> {
            var state = next(event);
            var standing = state.standing();
            assertThat(new Counting(state, event.asked().policy()).offered()).containsAll(standing.counting());
            assertThat(standing.registered()).isEqualTo(standing.missing().isEmpty());
            assertThat(standing.registered() && Set.of(SECURITY_QUESTIONS).containsAll(standing.counting()))
                    .isFalse();
            assertThat(standing.capable() && !(standing.registered() && standing.enabled()))
                    .isFalse();
        });
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void aStandingIsWhatThePolicyOfItsVersionSays(@ForAll("lives") List<Event> life) {
        settled(life).forEach(event -> {
            assertThat(next(event).standing())
                    .isEqualTo(Standing.of(next(event), event.asked().inForce()));
            assertThat(event.asked().settled(next(event))).isEqualTo(next(event));
        });
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Tag("SPEC-2.7b")
    @Tag("SPEC-2.7c")
    void whatIsRefusedChangesNothingAndEveryCommandHasOneReply(@ForAll("lives") List<Event> life) {
        for (var event : life) {
            var outcomes = event.decision().outcomes();
            if (event.command() instanceof Report) {
                assertThat(outcomes).noneMatch(CommandRejected.class::isInstance);
            } else {
                assertThat(outcomes).isNotEmpty();
                assertThat(outcomes.stream().skip(1)).noneMatch(CommandRejected.class::isInstance);
            }
            if (refused(event)) {
                assertThat(event.decision().next()).isEqualTo(event.before());
            }
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whoeverIsToldHadAccessBeforeAndIsToldOnce(@ForAll("lives") List<Event> life) {
        for (var event : life) {
            var before = event.before() == null
                    ? List.<Recipient>of()
                    : event.before().everybody();
            for (var outcome : event.decision().outcomes()) {
                assertThat(before).containsAll(told(outcome));
                assertThat(told(outcome))
                        .extracting(recipient -> recipient.destination().canonical())
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everyCodeThatGoesOutCanProveWhatWaits(@ForAll("lives") List<Event> life) {
        for (var event : life) {
            for (var outcome : event.decision().outcomes()) {
                if (outcome instanceof MethodRegistered registered) {
                    assertThat(next(event).methods().unproven()).contains(registered.method());
                    assertThat(registered.requestedAt()).isEqualTo(event.asked().now());
                }
                if (outcome instanceof MethodProven proven) {
                    assertThat(next(event).methods().isProven(proven.method().id()))
                            .isTrue();
                }
            }
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void theRegisterIsOpenForWhatIsInForceAndClosedForTheRest(@ForAll("lives") List<Event> life) {
        states(life).forEach(state -> {
            var open = state.register().bindings().stream().filter(binding -> binding.unboundAt() == null);
            assertThat(open.map(Binding::id))
                    .containsExactlyInAnyOrderElementsOf(state.methods().inForce());
            assertThat(state.register().bindings()).extracting(Binding::id).doesNotHaveDuplicates();
        });
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Tag("SPEC-4.1b")
    @Tag("SPEC-4.1e")
    @Tag("SPEC-4.1g")
    void everyDueDateIsAnnouncedOnceAndRemindedOfThreeTimesAWeekApartInWakingHours(@ForAll("lives") List<Event> life) {
        var dates = new ArrayList<Instant>();
        Instant last = Instant.MIN;
        int number = 0;
        for (var event : life) {
            for (var outcome : event.decision().outcomes()) {
                switch (outcome) {
                    case ReconfirmDue due -> {
                        assertThat(dates).doesNotContain(due.dueAt());
                        dates.add(due.dueAt());
                        number = 1;
                    }
                    case ReconfirmReminder reminder -> {
                        assertThat(reminder.dueAt()).isEqualTo(dates.getLast());
                        assertThat(reminder.number()).isEqualTo(++number).isLessThanOrEqualTo(3);
                        assertThat(Duration.between(last, event.asked().now())).isGreaterThanOrEqualTo(WEEK);
                    }
                    default -> {
                        continue;
                    }
                }
                last = event.asked().now();
                assertThat(last).isAfterOrEqualTo(dates.getLast());
                assertThat(WakingHours.in(next(event).account().place().timeZone())
                                .contain(last))
                        .isTrue();
                assertThat(next(event).enabled()).isTrue();
            }
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void noDateThatMovesMovesIntoThePast(@ForAll("lives") List<Event> life) {
        for (var event : life) {
            var due = event.decision().next() == null ? null : next(event).due();
            var before = event.before() == null ? null : event.before().due();
            if (due != null
                    && !due.announced()
                    && (before == null || !before.at().equals(due.at()))) {
                assertThat(due.at()).isAfterOrEqualTo(event.asked().now());
            }
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Tag("SPEC-6.6d")
    void administratorsAreWrittenToThreeTimesADayAtMost(@ForAll("lives") List<Event> life) {
        var contacts = life.stream()
                .filter(event ->
                        event.decision().outcomes().stream().anyMatch(AdministratorContacted.class::isInstance))
                .toList();
        for (int i = 3; i < contacts.size(); i++) {
            if (generation(contacts.get(i)) == generation(contacts.get(i - 3)) && !erased(life, contacts, i)) {
                var apart = Duration.between(
                        contacts.get(i - 3).asked().now(),
                        contacts.get(i).asked().now());
                assertThat(apart).isGreaterThanOrEqualTo(Duration.ofHours(24));
            }
        }
    }

    /** Otherwise everything above would say little. As many lives are looked at as it takes for the rarest. */
    @Example
    void livesComeToEveryOutcomeAndReason() {
        var expected = new HashSet<Object>(List.of(MethodOutcome.class.getPermittedSubclasses()));
        expected.addAll(EnumSet.complementOf(EnumSet.copyOf(neverInThese())));
        var seen = new HashSet<Object>();
        var lives = lives().withoutEdgeCases().sampleStream().limit(50_000).iterator();
        for (int i = 0; i < 400 || (lives.hasNext() && !seen.containsAll(expected)); i++) {
            lives.next()
                    .forEach(event -> event.decision().outcomes().forEach(outcome -> {
                        seen.add(outcome.getClass());
                        if (outcome instanceof CommandRejected rejected) {
                            seen.add(rejected.reason());
                        }
                    }));
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Tag("SPEC-1.1d")
    void generationsCountOnAlsoAfterAnErasure(@ForAll("lives") List<Event> life) {
        long last = 0;
        boolean gone = true;
        for (var event : life) {
            if (event.decision().next() != null) {
                assertThat(generation(event)).isBetween(gone ? last + 1 : last, last + 1);
                last = generation(event);
            }
            gone = event.decision().next() == null;
        }
    }

    private static Set<RejectionReason> neverInThese() {
        var never = EnumSet.of(
                RejectionReason.UNREADABLE_FIELD,
                RejectionReason.INVALID_PHONE_NUMBER,
                RejectionReason.INVALID_EMAIL_ADDRESS,
                RejectionReason.COMMAND_ID_REUSED,
                RejectionReason.TOO_MANY_ANSWERS);
        never.addAll(EnumSet.range(RejectionReason.QUESTION_NOT_OFFERED, RejectionReason.ANSWER_TOO_COMMON));
        return never;
    }

    private static boolean erased(List<Event> life, List<Event> contacts, int i) {
        return life.subList(life.indexOf(contacts.get(i - 3)), life.indexOf(contacts.get(i))).stream()
                .anyMatch(event -> event.decision().next() == null);
    }

    private static long generation(Event event) {
        return next(event).account().generation();
    }

    private static Stream<Registration> states(List<Event> life) {
        return life.stream().map(event -> event.decision().next()).flatMap(Stream::ofNullable);
    }

    /** Those after which the account was looked at by the policy in force. */
    private static Stream<Event> settled(List<Event> life) {
        return life.stream()
                .filter(event -> event.decision().next() != null && !refused(event))
                .filter(event -> !(event.command() instanceof Report)
                        || event.command() instanceof MethodCommand.ReconfirmTick
                        || !event.decision().outcomes().isEmpty());
    }

    private static boolean refused(Event event) {
        return event.decision().outcomes().stream().anyMatch(CommandRejected.class::isInstance);
    }

    private static Registration next(Event event) {
        return requireNonNull(event.decision().next());
    }

    private static List<Recipient> told(MethodOutcome outcome) {
        return switch (outcome) {
            case MethodOutcome.MethodPrepopulated prepopulated -> prepopulated.told();
            case MethodProven proven -> proven.told();
            case MethodOutcome.MethodRemoved removed -> removed.told();
            case MethodOutcome.SecurityAnswersRegistered answered -> answered.told();
            case MethodOutcome.ReregistrationRequired required -> required.told();
            case MethodOutcome.AccountErased erased -> erased.told();
            case ReconfirmDue due -> due.told();
            case ReconfirmReminder reminder -> reminder.told();
            case MethodOutcome.AccountProvisioned _,
                    MethodRegistered _,
                    MethodOutcome.MethodConfirmed _,
                    MethodOutcome.RegistrationCompleted _,
                    AdministratorContacted _,
                    CommandRejected _ -> List.of();
        };
    }

    @Provide
    Arbitrary<List<Event>> lives() {
        var pauses = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 2)),
                Tuple.of(1, Arbitraries.integers().between(0, 24 * 40)));
        var steps = Combinators.combine(
                        Arbitraries.integers().between(0, 25),
                        Arbitraries.integers().between(0, 999),
                        pauses)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(80);
        return Combinators.combine(policies().list().ofMinSize(1).ofMaxSize(4), steps)
                .as(Life::of);
    }

    private static Arbitrary<Policy> policies() {
        var offered = Arbitraries.of(MethodKind.class).set().ofMinSize(1);
        var methods = Combinators.combine(
                        offered, Arbitraries.integers().between(1, 4), Arbitraries.of(true, false), countries())
                .as(LifePropertyTest::rules);
        var days = Arbitraries.of(0, 1, 30, 180, 730);
        var scopes = Arbitraries.of(Enablement.class).map(who -> new Scope(who, Set.of("staff")));
        return Combinators.combine(
                        methods,
                        Arbitraries.integers().between(3, 5),
                        days,
                        Arbitraries.of(Reconfirmation.By.class),
                        scopes,
                        helps())
                .as((rules, questions, after, by, scope, help) -> new PolicySamples(Policy.DEFAULT)
                        .with(rules)
                        .asking(questions)
                        .reconfirming(after, by)
                        .with(scope)
                        .with(help)
                        .policy());
    }

    private static MethodRules rules(Set<MethodKind> offered, int wanted, boolean useUnproven, Set<String> countries) {
        int toRegister = Math.min(wanted, offered.size());
        return new MethodRules(
                offered, Math.min(2, toRegister), toRegister, useUnproven, countries.isEmpty() ? null : countries);
    }

    /** None for all. */
    private static Arbitrary<Set<String>> countries() {
        return Arbitraries.of(Set.of(), Set.of(), Set.of("DE"), Set.of("DE", "US"));
    }

    private static Arbitrary<Help> helps() {
        return Arbitraries.of(
                new Help(null, List.of()),
                new Help(null, List.of(new EmailAddress("help@contoso.com"))),
                new Help("https://help.contoso.com", List.of()));
    }
}

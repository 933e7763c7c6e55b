package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.DUE;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.PHONE;
import static io.latchkey.registration.method.Samples.WAITING_PHONE;
import static io.latchkey.registration.method.Samples.account;
import static io.latchkey.registration.method.Samples.answer;
import static io.latchkey.registration.method.Samples.at;
import static io.latchkey.registration.method.Samples.complete;
import static io.latchkey.registration.method.Samples.confirm;
import static io.latchkey.registration.method.Samples.confirmAll;
import static io.latchkey.registration.method.Samples.contact;
import static io.latchkey.registration.method.Samples.decider;
import static io.latchkey.registration.method.Samples.disabled;
import static io.latchkey.registration.method.Samples.erase;
import static io.latchkey.registration.method.Samples.exhausted;
import static io.latchkey.registration.method.Samples.id;
import static io.latchkey.registration.method.Samples.prepopulatePhone;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.provision;
import static io.latchkey.registration.method.Samples.putDown;
import static io.latchkey.registration.method.Samples.questions;
import static io.latchkey.registration.method.Samples.registerPhone;
import static io.latchkey.registration.method.Samples.remove;
import static io.latchkey.registration.method.Samples.removeAsAdministrator;
import static io.latchkey.registration.method.Samples.requireAnew;
import static io.latchkey.registration.method.Samples.setOffice;
import static io.latchkey.registration.method.Samples.tick;
import static io.latchkey.registration.method.Samples.under;
import static io.latchkey.registration.method.Samples.verified;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.policy.Policy;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows from every command in every state, in March, where everything is offered and somebody helps. */
class EveryCommandTest {

    private static final Policy POLICY = PolicySamples.offeringAll().helping().policy();

    /** Columns of the table. */
    enum State {
        UNKNOWN,
        DISABLED,
        EMPTY,
        WAITS,
        PUT_DOWN,
        PROVEN,
        REPLACING,
        ANSWERED,
        DUE_SAID,
        ASKED_ANEW,
        LOCKED;

        @Nullable
        Registration registration() {
            return switch (this) {
                case UNKNOWN -> null;
                case DISABLED -> disabled(requireNonNull(REPLACING.registration()));
                case EMPTY -> in(account());
                case WAITS -> in(account(OLD_PHONE));
                case PUT_DOWN -> in(account(putDown(OLD_PHONE)));
                case PROVEN -> in(proven(OLD_PHONE));
                case REPLACING -> in(Samples.waitingFor(proven(OLD_PHONE), WAITING_PHONE));
                case ANSWERED -> in(account().with(Methods.NONE.with(questions(id(8), 3, NEW_YEAR))));
                case DUE_SAID -> Samples.announced(OLD_PHONE);
                case ASKED_ANEW -> in(proven(OLD_PHONE).with(Progress.NONE.askedAgain(NEW_YEAR)));
                case LOCKED -> in(proven(OLD_PHONE).with(Progress.NONE.locked(MARCH.plus(Duration.ofHours(1)))));
            };
        }

        private static Registration in(Registration state) {
            return under(POLICY, state);
        }
    }

    /** Rows of the table. */
    enum Asked {
        PROVISION(provision()),
        REGISTER_PHONE(registerPhone(PHONE)),
        CONFIRM_PHONE(confirm(OLD_PHONE)),
        CONFIRM_ANSWERS(confirmAll(id(8))),
        REMOVE_PHONE(remove(OLD_PHONE)),
        REMOVE_WAITING(remove(WAITING_PHONE)),
        REMOVE_FOR_PERSON(removeAsAdministrator(OLD_PHONE)),
        ANSWER(answer(3)),
        COMPLETE(complete()),
        CONTACT(contact()),
        PUT_DOWN_SAME(prepopulatePhone(PHONE)),
        SET_OFFICE(setOffice()),
        REQUIRE_ANEW(requireAnew()),
        ERASE(erase()),
        CODE_OF_PHONE(verified(OLD_PHONE)),
        CODE_OF_WAITING(verified(WAITING_PHONE)),
        CODE_OF_OTHER(verified(OLD_EMAIL)),
        LOCK(exhausted(DUE)),
        TICK(tick(DUE));

        private final MethodCommand command;

        Asked(MethodCommand command) {
            this.command = command;
        }
    }

    /** {@code +} with the outcomes, {@code -} with a reason, {@code .} for nothing; a star means as in the column before. */
    private static final String TABLE = """
                          | UNKNOWN          | DISABLED          | EMPTY                    | WAITS    | PUT_DOWN              | PROVEN     | REPLACING | ANSWERED                 | DUE_SAID        | ASKED_ANEW               | LOCKED
        PROVISION         | +Provisioned     | *                 | *                        | *        | *                     | *          | *         | *                        | *               | *                        | *
        REGISTER_PHONE    | -UNKNOWN_ACCOUNT | -ACCOUNT_DISABLED | +Registered              | *        | *                     | *          | *         | *                        | *               | *                        | *
        CONFIRM_PHONE     | -UNKNOWN_ACCOUNT | -ACCOUNT_DISABLED | -UNKNOWN_METHOD          | *        | +Confirmed Registered | +Confirmed | *         | -UNKNOWN_METHOD          | +Confirmed      | +Confirmed Registered    | +Confirmed
        CONFIRM_ANSWERS   | -UNKNOWN_ACCOUNT | -ACCOUNT_DISABLED | -UNKNOWN_METHOD          | *        | *                     | *          | *         | +Confirmed               | -UNKNOWN_METHOD | *                        | *
        REMOVE_PHONE      | -UNKNOWN_ACCOUNT | -ACCOUNT_DISABLED | -UNKNOWN_METHOD          | +Removed | *                     | *          | *         | -UNKNOWN_METHOD          | +Removed        | *                        | *
        REMOVE_WAITING    | -UNKNOWN_ACCOUNT | -ACCOUNT_DISABLED | -UNKNOWN_METHOD          | *        | *                     | *          | +Removed  | -UNKNOWN_METHOD          | *               | *                        | *
        REMOVE_FOR_PERSON | -UNKNOWN_ACCOUNT | +Removed          | -UNKNOWN_METHOD          | +Removed | *                     | *          | *         | -UNKNOWN_METHOD          | +Removed        | *                        | *
        ANSWER            | -UNKNOWN_ACCOUNT | -ACCOUNT_DISABLED | +Answers                 | *        | *                     | *          | *         | *                        | *               | *                        | *
        COMPLETE          | -UNKNOWN_ACCOUNT | -ACCOUNT_DISABLED | -REGISTRATION_INCOMPLETE | *        | *                     | +Completed | *         | -REGISTRATION_INCOMPLETE | +Completed      | -REGISTRATION_INCOMPLETE | +Completed
        CONTACT           | -UNKNOWN_ACCOUNT | +Contacted        | *                        | *        | *                     | *          | *         | *                        | *               | *                        | *
        PUT_DOWN_SAME     | -UNKNOWN_ACCOUNT | +Prepopulated     | *                        | *        | *                     | *          | *         | *                        | *               | *                        | *
        SET_OFFICE        | -UNKNOWN_ACCOUNT | +Prepopulated     | *                        | *        | *                     | *          | *         | *                        | *               | *                        | *
        REQUIRE_ANEW      | -UNKNOWN_ACCOUNT | +Reregistration   | *                        | *        | *                     | *          | *         | *                        | *               | *                        | *
        ERASE             | -UNKNOWN_ACCOUNT | +Erased           | *                        | *        | *                     | *          | *         | *                        | *               | *                        | *
        CODE_OF_PHONE     | .                | .                 | .                        | +Proven  | *                     | .          | .         | .                        | .               | .                        | .
        CODE_OF_WAITING   | .                | +Proven           | .                        | .        | .                     | .          | +Proven   | .                        | .               | .                        | .
        CODE_OF_OTHER     | .                | .                 | .                        | .        | .                     | .          | .         | .                        | .               | .                        | .
        LOCK              | .                | .                 | .                        | .        | .                     | .          | .         | .                        | .               | .                        | .
        TICK              | .                | .                 | .                        | .        | .                     | +Due       | *         | *                        | .               | +Due                     | *
        """;

    static Stream<Arguments> cells() {
        return TABLE.lines().skip(1).map(line -> line.split("\\|")).flatMap(EveryCommandTest::row);
    }

    private static Stream<Arguments> row(String[] cells) {
        for (int i = 2; i < cells.length; i++) {
            cells[i] = cells[i].strip().equals("*") ? cells[i - 1] : cells[i];
        }
        return Arrays.stream(State.values())
                .map(state -> Arguments.of(Asked.valueOf(cells[0].strip()), state, cells[state.ordinal() + 1].strip()));
    }

    @ParameterizedTest(name = "{0} when {1}: {2}")
    @MethodSource("cells")
    @Tag("SPEC-1.2g")
    @Tag("SPEC-2.7b")
    @Tag("SPEC-2.7c")
    @Tag("SPEC-2.7d")
    void everyStateAnswersEveryCommand(Asked asked, State before, String expected) {
        var state = before.registration();
        var decision = decider(POLICY).decide(state, asked.command, at(MARCH));

        assertThat(decision.outcomes().stream().map(EveryCommandTest::shown).collect(joining(" ")))
                .isEqualTo(expected.replaceAll("[+.]", ""));
        if (expected.startsWith("-")) {
            assertThat(decision.next()).isEqualTo(state);
        }
        assertThat(decision.next() == null).isEqualTo(expected.equals("+Erased") || stillUnknown(asked, before));
    }

    private static boolean stillUnknown(Asked asked, State before) {
        return before == State.UNKNOWN && asked != Asked.PROVISION;
    }

    @Test
    void theTableHasEveryCommandOfTheRules() {
        var commands = Stream.of(MethodCommand.class.getDeclaredClasses())
                .filter(type -> type.isRecord() && MethodCommand.class.isAssignableFrom(type))
                .toList();
        assertThat(Asked.values())
                .<Class<?>>extracting(asked -> asked.command.getClass())
                .containsAll(commands);
    }

    private static String shown(MethodOutcome outcome) {
        return switch (outcome) {
            case CommandRejected rejected -> "-" + rejected.reason();
            case MethodOutcome.AccountProvisioned _ -> "Provisioned";
            case MethodOutcome.MethodRegistered _ -> "Registered";
            case MethodOutcome.MethodPrepopulated _ -> "Prepopulated";
            case MethodOutcome.MethodProven _ -> "Proven";
            case MethodOutcome.MethodConfirmed _ -> "Confirmed";
            case MethodOutcome.MethodRemoved _ -> "Removed";
            case MethodOutcome.SecurityAnswersRegistered _ -> "Answers";
            case MethodOutcome.RegistrationCompleted _ -> "Completed";
            case MethodOutcome.ReregistrationRequired _ -> "Reregistration";
            case MethodOutcome.ReconfirmDue _ -> "Due";
            case MethodOutcome.ReconfirmReminder _ -> "Reminder";
            case MethodOutcome.AdministratorContacted _ -> "Contacted";
            case MethodOutcome.AccountErased _ -> "Erased";
        };
    }
}

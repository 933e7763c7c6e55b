package io.latchkey.registration.method;

import static io.latchkey.registration.method.RejectionReason.METHOD_NOT_OFFERED;
import static io.latchkey.registration.method.RejectionReason.UNKNOWN_METHOD;

import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.Reconfirmation;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Which methods of an account its person may confirm, and how. */
record Confirmable(Registration state, Case asked, Destinations destinations) {

    private static final String FIELD = "methodIds";
    private static final int MAX_METHODS = 10;

    /** Whether a word is enough. No code proves an answer to a question. */
    boolean byWord(MethodId id) {
        return state.methods().questions(id).isPresent()
                || (asked.policy().reconfirmation().by() == Reconfirmation.By.CONFIRM
                        && state.methods().proven(id).filter(this::provenOnce).isPresent());
    }

    private boolean provenOnce(Proven proven) {
        return counting().provenSinceAskedAgain(proven.provenAt());
    }

    /** Of one that a code is to prove. */
    Method method(MethodId id) {
        return state.methods()
                .proven(id)
                .map(Proven::method)
                .or(() -> state.methods().unproven(id))
                .orElseThrow();
    }

    Optional<CommandRejected> fault(List<MethodId> ids) {
        return Fields.require(
                        !ids.isEmpty() && ids.size() <= MAX_METHODS,
                        FIELD,
                        "a list of 1 to " + MAX_METHODS + " methods")
                .or(() -> first(ids, new HashSet<>()::add).map(path -> CommandRejected.invalid(path, "listed once")))
                .or(() -> first(ids, this::known).map(path -> CommandRejected.because(UNKNOWN_METHOD, path)))
                .or(() -> first(ids, id -> byWord(id) || offered(id))
                        .map(path -> CommandRejected.because(METHOD_NOT_OFFERED, path)))
                .or(() -> contradiction(ids))
                .or(() -> objection(ids));
    }

    private boolean known(MethodId id) {
        var methods = state.methods();
        return methods.isProven(id)
                || methods.questions(id).isPresent()
                || methods.unproven(id).filter(Method::prepopulated).isPresent();
    }

    private boolean offered(MethodId id) {
        return counting().offers(method(id).kind());
    }

    /** Of two of a kind, one would take the place of the other before its code is there. */
    private Optional<CommandRejected> contradiction(List<MethodId> ids) {
        var kinds = EnumSet.noneOf(MethodKind.class);
        return first(ids, id -> byWord(id) || kinds.add(method(id).kind()))
                .map(path -> CommandRejected.invalid(path, "the only one of its kind to which a code goes"));
    }

    private Optional<CommandRejected> objection(List<MethodId> ids) {
        return IntStream.range(0, ids.size())
                .filter(i -> !byWord(ids.get(i)))
                .mapToObj(i -> objection(ids.get(i)).map(reason -> CommandRejected.because(reason, path(i))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<RejectionReason> objection(MethodId id) {
        return destinations.objection(
                method(id), state.account(), asked.policy().methods());
    }

    /** The path of the first method that fails the check. */
    private static Optional<String> first(List<MethodId> ids, Predicate<MethodId> check) {
        return IntStream.range(0, ids.size())
                .filter(i -> !check.test(ids.get(i)))
                .mapToObj(Confirmable::path)
                .findFirst();
    }

    private static String path(int index) {
        return FIELD + "[" + index + "]";
    }

    private Counting counting() {
        return new Counting(state, asked.policy());
    }
}

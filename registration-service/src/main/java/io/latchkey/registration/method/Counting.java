package io.latchkey.registration.method;

import io.latchkey.registration.account.Account;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.Policy;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which methods count, and how many it takes to be registered. A policy changes what counts and never what there is. */
record Counting(Registration registration, Policy policy) {

    private static final int ADMINISTRATORS_NEED = 2;

    /** The one of each kind that counts. A phone that is both the person's and the office's counts once. */
    Map<MethodKind, MethodId> methods() {
        var methods = new EnumMap<MethodKind, MethodId>(MethodKind.class);
        var reached = new HashSet<String>();
        reachable()
                .filter(method -> !methods.containsKey(method.kind())
                        && reached.add(method.destination().canonical()))
                .forEach(method -> methods.put(method.kind(), method.id()));
        var questions = registration.methods().questions();
        if (questions != null && counts(questions)) {
            methods.put(MethodKind.SECURITY_QUESTIONS, questions.id());
        }
        return methods;
    }

    private Stream<Method> reachable() {
        var methods = registration.methods();
        return Stream.concat(
                methods.proven().stream().filter(this::counts).map(Proven::method),
                methods.unproven().stream().filter(this::counts));
    }

    boolean counts(Proven proven) {
        return usable(proven.method()) && provenSinceAskedAgain(proven.provenAt());
    }

    /** Unproven ones count where an administrator put them down and the policy trusts that. */
    boolean counts(Method unproven) {
        return unproven.prepopulated()
                && policy.methods().usePrepopulatedUnproven()
                && usable(unproven)
                && provenSinceAskedAgain(unproven.registeredAt());
    }

    /** An answer to a question that is no longer approved is kept, and does not count. */
    boolean counts(Questions questions) {
        return offers(MethodKind.SECURITY_QUESTIONS)
                && questions.count(policy.questions().approved())
                        >= policy.questions().toRegister()
                && provenSinceAskedAgain(questions.answers().registeredAt());
    }

    /** An address that has become the one to sign in with is out of reach for whoever cannot sign in. */
    boolean usable(Method method) {
        return offers(method.kind())
                && !(method.destination() instanceof EmailAddress email
                        && account().person().signsInWith(email));
    }

    boolean provenSinceAskedAgain(Instant at) {
        return registration.progress().sinceAskedAgain(at);
    }

    /** Administrators may not use questions. */
    boolean offers(MethodKind kind) {
        return policy.methods().offered().contains(kind) && !(kind == MethodKind.SECURITY_QUESTIONS && administrator());
    }

    Set<MethodKind> offered() {
        var kinds = EnumSet.allOf(MethodKind.class);
        kinds.removeIf(kind -> !offers(kind));
        return kinds;
    }

    /** Administrators need two at least, and beyond that no more than there are for them. */
    int toRegister() {
        int byPolicy = policy.methods().requiredToRegister();
        return administrator()
                ? Math.max(ADMINISTRATORS_NEED, Math.min(byPolicy, offered().size()))
                : byPolicy;
    }

    private boolean administrator() {
        return account().directory().administrator();
    }

    private Account account() {
        return registration.account();
    }
}

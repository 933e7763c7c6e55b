package io.latchkey.registration.method;

import io.latchkey.registration.account.Account;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.Policy;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** Which methods count towards a reset, and how many it takes. A policy changes what counts and never what there is. */
record Counting(Registration registration, Policy policy) {

    private static final int ADMINISTRATORS_NEED = 2;

    /** Kinds of which the account has a method that counts. */
    Set<MethodKind> kinds() {
        var kinds = EnumSet.noneOf(MethodKind.class);
        registration.methods().proven().stream()
                .filter(this::counts)
                .map(proven -> proven.method().kind())
                .forEach(kinds::add);
        registration.methods().unproven().stream()
                .filter(this::counts)
                .map(Method::kind)
                .forEach(kinds::add);
        var questions = registration.methods().questions();
        if (questions != null && counts(questions)) {
            kinds.add(MethodKind.SECURITY_QUESTIONS);
        }
        return kinds;
    }

    boolean counts(Proven proven) {
        return offers(proven.method().kind()) && provenSinceAskedAgain(proven.provenAt());
    }

    /** Unproven ones count where an administrator put them down and the policy trusts that. */
    boolean counts(Method unproven) {
        return unproven.prepopulated()
                && policy.methods().usePrepopulatedUnproven()
                && offers(unproven.kind())
                && provenSinceAskedAgain(unproven.registeredAt());
    }

    boolean counts(Questions questions) {
        return offers(MethodKind.SECURITY_QUESTIONS)
                && questions.count() >= policy.questions().toRegister()
                && provenSinceAskedAgain(questions.answers().registeredAt());
    }

    boolean provenSinceAskedAgain(Instant at) {
        var since = registration.progress().reregisterSince();
        return since == null || at.isAfter(since);
    }

    /** Administrators may not use questions. */
    boolean offers(MethodKind kind) {
        return policy.methods().offered().contains(kind) && !(kind == MethodKind.SECURITY_QUESTIONS && administrator());
    }

    Set<MethodKind> offered() {
        return filtered(this::offers);
    }

    int toRegister() {
        return needed(policy.methods().requiredToRegister());
    }

    int toReset() {
        return needed(policy.methods().requiredToReset());
    }

    private int needed(int byPolicy) {
        return administrator() ? Math.max(ADMINISTRATORS_NEED, byPolicy) : byPolicy;
    }

    private boolean administrator() {
        return account().directory().administrator();
    }

    private Account account() {
        return registration.account();
    }

    private static Set<MethodKind> filtered(Predicate<MethodKind> wanted) {
        var kinds = EnumSet.allOf(MethodKind.class);
        kinds.removeIf(wanted.negate());
        return kinds;
    }
}

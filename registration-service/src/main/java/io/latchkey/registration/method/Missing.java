package io.latchkey.registration.method;

import static io.latchkey.registration.policy.MethodKind.SECURITY_QUESTIONS;

import io.latchkey.registration.policy.MethodKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What an account lacks. */
record Missing(Counting counting, Set<MethodKind> kinds) {

    /** One may be out of reach when it is needed. */
    private static final int SEVERAL = 2;

    /** Empty for an account that is registered. */
    List<Requirement> toRegister() {
        int lacking = counting.toRegister() - kinds.size();
        boolean questionsAlone = kinds.equals(Set.of(SECURITY_QUESTIONS));
        if (lacking <= 0 && !questionsAlone) {
            return List.of();
        }
        var missing = new ArrayList<Requirement>();
        missing.add(methods(Math.max(lacking, 1), questionsAlone));
        missing.addAll(proofs());
        return missing;
    }

    List<Requirement> recommended() {
        var left = left(false);
        return kinds.size() == 1 && toRegister().isEmpty() && !left.isEmpty()
                ? List.of(new Requirement(Requirement.Kind.METHOD, SEVERAL - kinds.size(), left))
                : List.of();
    }

    private Requirement methods(int count, boolean questionsAlone) {
        var kind = questionsAlone ? Requirement.Kind.METHOD_BESIDE_QUESTIONS : Requirement.Kind.METHOD;
        return new Requirement(kind, count, left(questionsAlone));
    }

    private List<Requirement> proofs() {
        var proofs = new ArrayList<Requirement>();
        int again = (int) registration().methods().proven().stream()
                .filter(proven -> counting.usable(proven.method()))
                .filter(proven -> !counting.provenSinceAskedAgain(proven.provenAt()))
                .count();
        if (again > 0) {
            proofs.add(Requirement.of(Requirement.Kind.PROOF_AGAIN, again));
        }
        int waiting = (int) registration().methods().unproven().stream()
                .filter(method -> counting.usable(method) && !kinds.contains(method.kind()))
                .count();
        if (waiting > 0) {
            proofs.add(Requirement.of(Requirement.Kind.PROOF, waiting));
        }
        return proofs;
    }

    private List<MethodKind> left(boolean besideQuestions) {
        var left = EnumSet.noneOf(MethodKind.class);
        left.addAll(counting.offered());
        left.removeAll(kinds);
        if (besideQuestions) {
            left.remove(SECURITY_QUESTIONS);
        }
        return List.copyOf(left);
    }

    private Registration registration() {
        return counting.registration();
    }
}

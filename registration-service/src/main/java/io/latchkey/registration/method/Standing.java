package io.latchkey.registration.method;

import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.Policies.InForce;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where an account stands by the policy that it was last judged by. Kept with the account, so that whoever shows it shows
 * what was decided.
 *
 * @param policyVersion 0 for the defaults
 * @param registered whether it has what the policy asks to register
 * @param enabled whether account and policy let it reset
 * @param capable whether it can reset, a lock apart
 * @param reason a lock apart, which ends by itself
 * @param countingMethods the one of each kind that counts towards a reset
 * @param missing to be registered
 * @param recommended although nothing is missing
 */
public record Standing(
        long policyVersion,
        boolean registered,
        boolean enabled,
        boolean capable,
        EligibilityReason reason,
        Map<MethodKind, MethodId> countingMethods,
        List<Requirement> missing,
        List<Requirement> recommended) {

    public Standing {
        countingMethods = Map.copyOf(countingMethods);
        missing = List.copyOf(missing);
        recommended = List.copyOf(recommended);
    }

    /** Kinds of which a method counts. */
    public Set<MethodKind> counting() {
        return countingMethods.keySet();
    }

    boolean counts(MethodId method) {
        return countingMethods.containsValue(method);
    }

    /** As a policy judges an account, whichever it was judged by before. */
    public static Standing of(Registration registration, InForce inForce) {
        var counting = new Counting(registration, inForce.policy());
        var methods = counting.methods();
        var kinds = methods.keySet();
        var lacking = new Missing(counting, kinds);
        var missing = lacking.toRegister();
        var reason = new Eligibility(registration.account(), inForce.policy().scope()).reason(kinds, missing.isEmpty());
        return new Standing(
                inForce.version(),
                missing.isEmpty(),
                Eligibility.enabled(registration.account(), inForce.policy().scope()),
                reason == EligibilityReason.ELIGIBLE,
                reason,
                methods,
                missing,
                lacking.recommended());
    }
}

package io.latchkey.registration.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which methods, and how many. Questions never suffice alone, so a kind that is proven by code must be offered. */
final class MethodCheck {

    private static final int MAX_REQUIRED_TO_RESET = 2;

    /** More than there are, for those that this version does not know. */
    private static final int MAX_KINDS = 10;

    private static final Optional<MethodKind> QUESTIONS = Optional.of(MethodKind.SECURITY_QUESTIONS);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private MethodCheck() {}

    static void check(PolicyProposal.Methods methods, Faults faults) {
        offered(methods.offered(), faults);
        required(methods, faults);
        countries(methods.allowedCountries(), faults);
    }

    static MethodRules accepted(PolicyProposal.Methods methods) {
        var countries = methods.allowedCountries();
        return new MethodRules(
                methods.offered().stream().flatMap(Optional::stream).collect(Collectors.toSet()),
                methods.requiredToReset(),
                methods.requiredToRegister(),
                methods.usePrepopulatedUnproven(),
                countries == null ? null : Set.copyOf(countries));
    }

    private static void offered(List<Optional<MethodKind>> offered, Faults faults) {
        faults.each("methodsOffered", offered, MAX_KINDS, Optional::isPresent, "a known constant");
        faults.require(
                offered.stream().anyMatch(kind -> !kind.equals(QUESTIONS)),
                "methodsOffered",
                "one kind or more, and not SECURITY_QUESTIONS alone");
    }

    /** A kind that is not known counts as one, so that it is not told of twice. */
    private static void required(PolicyProposal.Methods methods, Faults faults) {
        int offered = Math.max(1, new HashSet<>(methods.offered()).size());
        int toReset = methods.requiredToReset();
        int toRegister = methods.requiredToRegister();
        boolean resetInRange = 1 <= toReset && toReset <= MAX_REQUIRED_TO_RESET;
        faults.require(
                resetInRange && toReset <= offered,
                "methodsRequiredToReset",
                "1 to " + MAX_REQUIRED_TO_RESET + ", and not more than are offered");
        faults.require(
                toRegister >= (resetInRange ? toReset : 1) && toRegister <= offered,
                "methodsRequiredToRegister",
                "from methodsRequiredToReset to the number of methodsOffered");
    }

    private static void countries(@Nullable List<String> countries, Faults faults) {
        if (countries != null) {
            faults.require(!countries.isEmpty(), "allowedCountries", "one country or more, or null for all");
            faults.each(
                    "allowedCountries",
                    countries,
                    COUNTRIES.size(),
                    COUNTRIES::contains,
                    "an ISO 3166-1 alpha-2 country");
        }
    }
}

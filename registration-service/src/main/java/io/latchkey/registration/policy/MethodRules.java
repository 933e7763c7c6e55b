package io.latchkey.registration.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which methods there are, and how many it takes.
 *
 * @param requiredToReset 1 to 2; accounts with an administrator role need 2 whatever this says
 * @param requiredToRegister from {@code requiredToReset} to the number offered
 * @param usePrepopulatedUnproven whether a pre-populated method counts before it was proven
 * @param allowedCountries ISO 3166-1 alpha-2, of phone numbers; null for all
 */
public record MethodRules(
        Set<MethodKind> offered,
        int requiredToReset,
        int requiredToRegister,
        boolean usePrepopulatedUnproven,
        @Nullable Set<String> allowedCountries) {

    static final MethodRules DEFAULT =
            new MethodRules(Set.of(MethodKind.MOBILE_PHONE, MethodKind.EMAIL), 1, 1, false, null);

    public MethodRules {
        offered = Set.copyOf(offered);
        allowedCountries = allowedCountries == null ? null : Set.copyOf(allowedCountries);
    }

    /** @param country ISO 3166-1 alpha-2 of a phone number */
    public boolean allows(String country) {
        return allowedCountries == null || allowedCountries.contains(country);
    }
}

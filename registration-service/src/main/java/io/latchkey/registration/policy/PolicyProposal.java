package io.latchkey.registration.policy;

import io.latchkey.messaging.decision.Opened;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator wants the policy to be, opened and not yet judged. Where a constant is null, or in a list empty, the
 * sender used one that this version does not know.
 */
public record PolicyProposal(
        Scope scope, Methods methods, Questions questions, Reconfirmation reconfirmation, Codes codes, Help help) {

    public record Scope(@Nullable Enablement enablement, List<String> groups) {

        public Scope {
            groups = List.copyOf(groups);
        }
    }

    /** @param allowedCountries null for all */
    public record Methods(
            List<Optional<MethodKind>> offered,
            int requiredToReset,
            int requiredToRegister,
            boolean usePrepopulatedUnproven,
            @Nullable List<String> allowedCountries) {

        public Methods {
            offered = List.copyOf(offered);
            allowedCountries = allowedCountries == null ? null : List.copyOf(allowedCountries);
        }
    }

    /** @param predefined null for all */
    public record Questions(
            int toRegister, int toReset, @Nullable List<String> predefined, List<QuestionRules.Custom> custom) {

        public Questions {
            predefined = predefined == null ? null : List.copyOf(predefined);
            custom = List.copyOf(custom);
        }
    }

    public record Reconfirmation(int afterDays, io.latchkey.registration.policy.Reconfirmation.@Nullable By by) {}

    public record Codes(
            int length,
            int phoneLifetimeSeconds,
            int emailLifetimeSeconds,
            int sendsPerMethod,
            int sendCooldownSeconds,
            int sendsPerDestination,
            int wrongPerMethod,
            int wrongPerUser) {}

    public record Help(@Nullable String helpdesk, List<Opened> administrators) {

        public Help {
            administrators = List.copyOf(administrators);
        }
    }
}

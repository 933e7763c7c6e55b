package io.latchkey.simulation.world;

import io.latchkey.schemas.Enablement;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.Policy;
import io.latchkey.schemas.ReconfirmBy;
import java.util.List;

/** Policies that let every rule matter within a short schedule, and that grant no more guesses than the simulated defaults. */
final class PolicyVariants {

    static final String GROUP = "group";

    private static final int VARIANTS = 6;
    private static final List<MethodKind> ALL =
            List.of(MethodKind.MOBILE_PHONE, MethodKind.EMAIL, MethodKind.OFFICE_PHONE, MethodKind.SECURITY_QUESTIONS);
    private static final List<String> ADDRESSES = List.of("admin1@example.org", "admin2@example.org");

    private PolicyVariants() {}

    static String name(int how) {
        return variant(how) + (how % 2 == 0 ? " with" : " without") + " administrators";
    }

    private static int variant(int how) {
        return how / 2 % VARIANTS;
    }

    /** Of the administrators, as text. */
    static List<String> addresses(int how) {
        return how % 2 == 0 ? ADDRESSES : List.of();
    }

    /** Everything but the sealed addresses. */
    static Policy.Builder of(int how) {
        var policy = anything();
        return switch (variant(how)) {
            case 0 -> policy;
            case 1 -> policy.setReconfirmAfterDays(30).setUsePrepopulatedUnproven(true);
            case 2 -> policy.setMethodsRequiredToRegister(2).setMethodsRequiredToReset(2);
            case 3 -> policy.setReconfirmBy(ReconfirmBy.CODE).setWrongCodesPerMethod(2);
            case 4 -> policy.setEnablement(Enablement.SELECTED).setSelectedGroups(List.of(GROUP));
            default ->
                policy.setMethodsOffered(ALL.subList(1, ALL.size()))
                        .setReconfirmAfterDays(0)
                        .setSendCooldownSeconds(30)
                        .setHelpdesk("https://help.example.org");
        };
    }

    private static Policy.Builder anything() {
        return Policy.newBuilder()
                .setMethodsOffered(ALL)
                .setQuestionsToRegister(3)
                .setSendsPerMethod(10)
                .setSendCooldownSeconds(1)
                .setSendsPerDestination(30)
                .setWrongCodesPerMethod(Rules.GUESSES.perMethod())
                .setWrongCodesPerUser(Rules.GUESSES.perUser());
    }
}

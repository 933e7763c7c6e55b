package io.latchkey.notification.kafka;

import io.latchkey.notification.delivery.Content.HelpWanted;
import io.latchkey.notification.delivery.Content.Page;
import io.latchkey.notification.delivery.Content.Why;
import io.latchkey.schemas.AdministratorContacted;
import io.latchkey.schemas.EligibilityPage;
import io.latchkey.schemas.EligibilityReason;

/** What administrators are told of somebody who asks for help. */
final class Help {

    private Help() {}

    static HelpWanted of(AdministratorContacted contacted) {
        var name = contacted.getDisplayName();
        return new HelpWanted(
                page(contacted.getPage()),
                why(contacted.getReason()),
                name == null ? null : Translation.sealed(name),
                contacted.getMetadata().getOccurredAt());
    }

    private static Page page(EligibilityPage page) {
        return switch (page) {
            case CONTACT_ADMINISTRATOR -> Page.CONTACT_ADMINISTRATOR;
            case NOT_ENABLED -> Page.NOT_ENABLED;
            case COULD_NOT_VERIFY -> Page.COULD_NOT_VERIFY;
            case NONE, UNKNOWN -> Page.OTHER;
        };
    }

    private static Why why(EligibilityReason reason) {
        return switch (reason) {
            case PASSWORD_ON_PREMISES -> Why.PASSWORD_ON_PREMISES;
            case PASSWORD_FEDERATED -> Why.PASSWORD_FEDERATED;
            case ACCOUNT_DISABLED -> Why.ACCOUNT_DISABLED;
            case POLICY_NONE -> Why.POLICY_NONE;
            case NOT_IN_SELECTED_GROUP -> Why.NOT_IN_SELECTED_GROUP;
            case NOT_REGISTERED -> Why.NOT_REGISTERED;
            case TOO_FEW_METHODS -> Why.TOO_FEW_METHODS;
            case LOCKED -> Why.LOCKED;
            case METHODS_OUT_OF_REACH -> Why.METHODS_OUT_OF_REACH;
            case ELIGIBLE, UNKNOWN -> Why.OTHER;
        };
    }
}

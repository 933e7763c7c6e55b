package io.latchkey.registration.method;

/** Why an account can or cannot reset its own password; stable, for programs. */
public enum EligibilityReason {
    ELIGIBLE(EligibilityPage.NONE),
    PASSWORD_ON_PREMISES(EligibilityPage.CONTACT_ADMINISTRATOR),
    PASSWORD_FEDERATED(EligibilityPage.CONTACT_ADMINISTRATOR),
    ACCOUNT_DISABLED(EligibilityPage.NOT_ENABLED),
    POLICY_NONE(EligibilityPage.NOT_ENABLED),
    NOT_IN_SELECTED_GROUP(EligibilityPage.NOT_ENABLED),
    /** Nothing that counts is registered. */
    NOT_REGISTERED(EligibilityPage.COULD_NOT_VERIFY),
    /** Fewer methods count than the policy asks for. */
    TOO_FEW_METHODS(EligibilityPage.COULD_NOT_VERIFY),
    /** Too many wrong codes. */
    LOCKED(EligibilityPage.COULD_NOT_VERIFY),
    /** The account can reset, but the person says that the methods are out of reach. */
    METHODS_OUT_OF_REACH(EligibilityPage.COULD_NOT_VERIFY);

    private final EligibilityPage page;

    EligibilityReason(EligibilityPage page) {
        this.page = page;
    }

    public EligibilityPage page() {
        return page;
    }
}

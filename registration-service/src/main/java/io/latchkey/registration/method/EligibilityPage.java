package io.latchkey.registration.method;

/** What a person is shown who cannot reset a password. */
public enum EligibilityPage {
    NONE,
    /** The password is managed elsewhere. */
    CONTACT_ADMINISTRATOR,
    /** The policy or the account does not allow it. */
    NOT_ENABLED,
    /** The account cannot prove who it is. */
    COULD_NOT_VERIFY
}

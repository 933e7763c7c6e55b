package io.latchkey.registration.policy;

/** What a person can reset a password with. An account has at most one proven and one unproven method of each. */
public enum MethodKind {
    MOBILE_PHONE,
    EMAIL,
    OFFICE_PHONE,
    SECURITY_QUESTIONS
}

package io.latchkey.verification.code;

/** What can be proven by code. An account has at most one unproven and one proven method of each. */
public enum MethodKind {
    MOBILE_PHONE,
    OFFICE_PHONE,
    EMAIL
}

package io.latchkey.registration.web;

import org.springframework.security.core.Authentication;

/** What a token may allow. */
enum Scope {
    STATUS("latchkey.status.read"),
    /** Of administrators: all accounts of the tenant, and what was ever bound to one. */
    REPORT("latchkey.report.read"),
    DRY_RUN("latchkey.policy.dry-run"),
    /** Of administrators. */
    REVEAL("latchkey.reveal");

    private final String value;

    Scope(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }

    boolean isGivenTo(Authentication caller) {
        return caller.getAuthorities().stream()
                .anyMatch(authority -> ("SCOPE_" + value).equals(authority.getAuthority()));
    }
}

package io.latchkey.verification.code;

/**
 * The policy in force of every tenant, as far as this process has read them. A code that is out keeps its length and life, and
 * nobody's guesses become more, when a policy changes.
 */
@FunctionalInterface
public interface VerificationPolicies {

    VerificationPolicy of(String tenantId);
}

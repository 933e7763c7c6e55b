package io.latchkey.verification.code;

/** The numbers that decisions depend on. */
public record VerificationPolicy(CodeRules codes, GuessLimits guesses, SendLimits sends) {}

package io.latchkey.registration.policy;

import java.time.Duration;

/** What verification keeps to (NIST SP 800-63B-4: a code sent by phone lives for at most 10 minutes). */
final class CodeCheck {

    private CodeCheck() {}

    static void check(PolicyProposal.Codes codes, Faults faults) {
        faults.range("codeLength", codes.length(), 6, 10);
        faults.range("phoneCodeLifetimeSeconds", codes.phoneLifetimeSeconds(), 60, 600);
        faults.range("emailCodeLifetimeSeconds", codes.emailLifetimeSeconds(), 60, 86_400);
        faults.range("sendsPerMethod", codes.sendsPerMethod(), 1, 10);
        faults.range("sendCooldownSeconds", codes.sendCooldownSeconds(), 0, 600);
        faults.range("sendsPerDestination", codes.sendsPerDestination(), 1, 100);
        faults.range("wrongCodesPerMethod", codes.wrongPerMethod(), 1, 5);
        faults.range("wrongCodesPerUser", codes.wrongPerUser(), 1, 10);
    }

    static CodeRules accepted(PolicyProposal.Codes codes) {
        return new CodeRules(
                codes.length(),
                Duration.ofSeconds(codes.phoneLifetimeSeconds()),
                Duration.ofSeconds(codes.emailLifetimeSeconds()),
                codes.sendsPerMethod(),
                Duration.ofSeconds(codes.sendCooldownSeconds()),
                codes.sendsPerDestination(),
                codes.wrongPerMethod(),
                codes.wrongPerUser());
    }
}

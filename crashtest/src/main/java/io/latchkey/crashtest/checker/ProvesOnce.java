package io.latchkey.crashtest.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A code proves at most once, and a method is proven at most once. */
final class ProvesOnce implements Invariant {

    @Override
    public Finding check(History history) {
        var violations = new ArrayList<Violation>();
        var codes = History.by(
                history.events(Topics.VERIFICATION_EVENTS, "CodeVerified"), event -> event.required("codeId"));
        var verified = History.by(
                history.events(Topics.VERIFICATION_EVENTS, "CodeVerified"), event -> event.required("methodId"));
        var proven = History.by(
                history.events(Topics.REGISTRATION_EVENTS, "MethodProven"), event -> event.required("methodId"));
        judge("code", codes, violations);
        judge("method", verified, violations);
        judge("method", proven, violations);
        return new Finding("8  a code proves once", codes.size(), violations);
    }

    private static void judge(String what, Map<String, List<Entry>> proofs, List<Violation> violations) {
        proofs.forEach((id, events) -> {
            if (events.size() > 1) {
                violations.add(Violation.doubled(what + " " + id + " proven by " + events));
            }
        });
    }
}

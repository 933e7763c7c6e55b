package io.latchkey.registration.policy;

import java.util.List;

/** What a tenant's accounts may and must do; valid as a whole. */
public record Policy(
        Scope scope,
        MethodRules methods,
        QuestionRules questions,
        Reconfirmation reconfirmation,
        CodeRules codes,
        Help help) {

    /** Of a tenant that never defined one. */
    public static final Policy DEFAULT = new Policy(
            Scope.EVERYBODY,
            MethodRules.DEFAULT,
            QuestionRules.DEFAULT,
            Reconfirmation.DEFAULT,
            CodeRules.DEFAULT,
            new Help(null, List.of()));
}

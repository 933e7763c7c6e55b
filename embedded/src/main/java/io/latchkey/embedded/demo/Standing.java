package io.latchkey.embedded.demo;

import static java.util.stream.Collectors.toSet;

import io.latchkey.schemas.EligibilityPage;
import io.latchkey.schemas.EligibilityReason;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodState;
import io.latchkey.schemas.MethodStatus;
import io.latchkey.schemas.RegistrationState;
import io.latchkey.schemas.RegistrationStatus;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where an account stands, as the topic and the HTTP API both say it. */
record Standing(
        RegistrationState state,
        EligibilityPage page,
        EligibilityReason reason,
        boolean capable,
        long policyVersion,
        Set<Method> methods) {

    /** @param mask empty for security questions */
    record Method(MethodKind kind, String mask, MethodState state, boolean counts) {

        private static Method of(MethodStatus method) {
            var mask = method.getMask();
            return new Method(method.getKind(), mask == null ? "" : mask, method.getState(), method.getCounts());
        }

        private static Method of(JsonNode method) {
            return new Method(
                    MethodKind.valueOf(method.path("kind").asString()),
                    method.path("mask").asString(""),
                    MethodState.valueOf(method.path("state").asString()),
                    method.path("counts").asBoolean());
        }
    }

    static Standing of(RegistrationStatus status) {
        return new Standing(
                status.getState(),
                status.getPage(),
                status.getReason(),
                status.getCapable(),
                status.getPolicyVersion(),
                status.getMethods().stream().map(Method::of).collect(toSet()));
    }

    /** @param body of the answer about an account */
    static Standing of(String body) {
        var status = JsonMapper.shared().readTree(body);
        return new Standing(
                RegistrationState.valueOf(status.path("state").asString()),
                EligibilityPage.valueOf(status.path("page").asString()),
                EligibilityReason.valueOf(status.path("reason").asString()),
                status.path("capable").asBoolean(),
                status.path("policyVersion").asLong(),
                StreamSupport.stream(status.path("methods").spliterator(), false)
                        .map(Method::of)
                        .collect(toSet()));
    }

    /** @param body of the answer about an account's eligibility */
    static String pageAndReason(String body) {
        var eligibility = JsonMapper.shared().readTree(body);
        return eligibility.path("page").asString() + " "
                + eligibility.path("reason").asString();
    }

    String pageAndReason() {
        return page + " " + reason;
    }

    Set<MethodKind> kinds(MethodState wanted) {
        return methods.stream()
                .filter(method -> method.state() == wanted)
                .map(Method::kind)
                .collect(toSet());
    }
}

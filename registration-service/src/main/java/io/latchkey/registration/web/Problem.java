package io.latchkey.registration.web;

import java.util.List;

/**
 * What is wrong, as RFC 9457 has it, without {@code instance}: paths hold the ids of accounts.
 *
 * @param type as stable as {@code code}, and the same
 * @param faults what is wrong in particular; empty for most
 */
record Problem(String type, String code, String title, int status, String detail, List<Fault> faults) {

    /**
     * @param field its name, as the request should have it
     * @param requirement what it must be
     */
    record Fault(String field, String requirement) {}

    static Problem of(ProblemKind kind) {
        return of(kind, List.of());
    }

    static Problem of(ProblemKind kind, List<Fault> faults) {
        return new Problem(kind.type(), kind.name(), kind.title(), kind.status().value(), kind.detail(), faults);
    }
}

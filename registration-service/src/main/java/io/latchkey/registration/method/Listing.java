package io.latchkey.registration.method;

import io.latchkey.registration.policy.MethodKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The methods of an account as they may be shown: those in force first. What counts is what {@link Standing} says. */
public record Listing(Registration registration) {

    public List<ListedMethod> methods() {
        var methods = registration.methods();
        return Stream.of(
                        methods.proven().stream().map(this::proven),
                        Optional.ofNullable(methods.questions()).map(this::questions).stream(),
                        methods.unproven().stream().map(this::unproven))
                .flatMap(listed -> listed)
                .toList();
    }

    private ListedMethod proven(Proven proven) {
        var method = proven.method();
        boolean stands = stands(proven.provenAt());
        return new ListedMethod(
                method.id(),
                method.kind(),
                method.channel(),
                method.destination().mask(),
                stands ? MethodState.PROVEN : MethodState.TO_BE_PROVEN_AGAIN,
                stands && counts(method.kind()),
                method.registeredAt(),
                proven.provenAt(),
                proven.confirmedAt());
    }

    private ListedMethod questions(Questions questions) {
        var at = questions.answers().registeredAt();
        boolean stands = stands(at);
        return new ListedMethod(
                questions.id(),
                MethodKind.SECURITY_QUESTIONS,
                null,
                null,
                stands ? MethodState.PROVEN : MethodState.TO_BE_PROVEN_AGAIN,
                stands && counts(MethodKind.SECURITY_QUESTIONS),
                at,
                at,
                questions.confirmedAt());
    }

    private ListedMethod unproven(Method method) {
        return new ListedMethod(
                method.id(),
                method.kind(),
                method.channel(),
                method.destination().mask(),
                method.prepopulated() ? MethodState.PREPOPULATED : MethodState.UNPROVEN,
                method.prepopulated() && counts(method.kind()) && !provenCounts(method.kind()),
                method.registeredAt(),
                null,
                null);
    }

    private boolean provenCounts(MethodKind kind) {
        return registration.methods().proven().stream()
                .anyMatch(proven -> proven.method().kind() == kind && stands(proven.provenAt()));
    }

    private boolean counts(MethodKind kind) {
        return registration.standing().counting().contains(kind);
    }

    private boolean stands(Instant at) {
        var since = registration.progress().reregisterSince();
        return since == null || at.isAfter(since);
    }
}

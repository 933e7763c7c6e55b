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
        return new ListedMethod(
                method.id(),
                method.kind(),
                method.channel(),
                method.destination().mask(),
                proven(proven.provenAt()),
                counts(method.id()),
                method.registeredAt(),
                proven.provenAt(),
                proven.confirmedAt());
    }

    private ListedMethod questions(Questions questions) {
        var at = questions.answers().registeredAt();
        return new ListedMethod(
                questions.id(),
                MethodKind.SECURITY_QUESTIONS,
                null,
                null,
                proven(at),
                counts(questions.id()),
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
                counts(method.id()),
                method.registeredAt(),
                null,
                null);
    }

    private boolean counts(MethodId method) {
        return registration.standing().counts(method);
    }

    private MethodState proven(Instant at) {
        return registration.progress().sinceAskedAgain(at) ? MethodState.PROVEN : MethodState.TO_BE_PROVEN_AGAIN;
    }
}

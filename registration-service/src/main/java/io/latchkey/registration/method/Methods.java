package io.latchkey.registration.method;

import io.latchkey.registration.policy.MethodKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The methods of an account: of each kind at most one that is proven, and one that is to take its place.
 *
 * @param questions null where none were answered
 */
public record Methods(
        List<Method> unproven,
        List<Proven> proven,
        @Nullable Questions questions) {

    static final Methods NONE = new Methods(List.of(), List.of(), null);

    public Methods {
        unproven = unproven.stream().sorted(Comparator.comparing(Method::kind)).toList();
        proven = proven.stream()
                .sorted(Comparator.comparing((Proven p) -> p.method().kind()))
                .toList();
    }

    public Methods(List<Method> unproven, List<Proven> proven) {
        this(unproven, proven, null);
    }

    /** The unproven method of the same kind gives way. */
    Methods with(Method registered) {
        return new Methods(
                Stream.concat(without(registered.kind()), Stream.of(registered)).toList(), proven, questions);
    }

    /** The proven method of the same kind gives way. */
    Methods with(Proven proof) {
        var kind = proof.method().kind();
        return new Methods(
                without(kind).toList(),
                Stream.concat(others(kind), Stream.of(proof)).toList(),
                questions);
    }

    Methods with(@Nullable Questions answered) {
        return new Methods(unproven, proven, answered);
    }

    /** Without the one of this id, whatever it is. */
    Methods without(MethodId id) {
        return new Methods(
                unproven.stream().filter(m -> !m.id().equals(id)).toList(),
                proven.stream().filter(p -> !p.method().id().equals(id)).toList(),
                questions != null && questions.id().equals(id) ? null : questions);
    }

    /** Those of some kinds. */
    Methods only(Predicate<MethodKind> kinds) {
        return new Methods(
                unproven.stream().filter(m -> kinds.test(m.kind())).toList(),
                proven.stream().filter(p -> kinds.test(p.method().kind())).toList(),
                kinds.test(MethodKind.SECURITY_QUESTIONS) ? questions : null);
    }

    Methods confirmed(Collection<MethodId> ids, Instant at) {
        return new Methods(
                unproven,
                proven.stream()
                        .map(p -> ids.contains(p.method().id()) ? p.confirmed(at) : p)
                        .toList(),
                questions != null && ids.contains(questions.id()) ? questions.confirmed(at) : questions);
    }

    Optional<Method> unproven(MethodKind kind) {
        return unproven.stream().filter(m -> m.kind() == kind).findFirst();
    }

    Optional<Method> unproven(MethodId id) {
        return unproven.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    Optional<Method> proven(MethodKind kind) {
        return proven.stream().map(Proven::method).filter(m -> m.kind() == kind).findFirst();
    }

    Optional<Proven> proven(MethodId id) {
        return proven.stream().filter(p -> p.method().id().equals(id)).findFirst();
    }

    Optional<Questions> questions(MethodId id) {
        return Optional.ofNullable(questions).filter(answered -> answered.id().equals(id));
    }

    boolean isProven(MethodId id) {
        return proven(id).isPresent();
    }

    boolean isEmpty() {
        return unproven.isEmpty() && proven.isEmpty() && questions == null;
    }

    /** Those in force: what was proven, and questions that were answered. */
    List<MethodId> inForce() {
        return Stream.concat(
                        proven.stream().map(p -> p.method().id()),
                        Optional.ofNullable(questions).map(Questions::id).stream())
                .toList();
    }

    /** Since when all that is in force has been known to be true. */
    Optional<Instant> confirmedSince() {
        return Stream.concat(
                        proven.stream().map(Proven::confirmedAt),
                        Optional.ofNullable(questions).map(Questions::confirmedAt).stream())
                .min(Comparator.naturalOrder());
    }

    private Stream<Method> without(MethodKind kind) {
        return unproven.stream().filter(m -> m.kind() != kind);
    }

    private Stream<Proven> others(MethodKind kind) {
        return proven.stream().filter(p -> p.method().kind() != kind);
    }
}

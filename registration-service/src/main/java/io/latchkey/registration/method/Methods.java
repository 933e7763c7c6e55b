package io.latchkey.registration.method;

import io.latchkey.registration.policy.MethodKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The methods of an account: of each kind at most one that is proven, and one that is to take its place. */
public record Methods(List<Method> unproven, List<Proven> proven) {

    static final Methods NONE = new Methods(List.of(), List.of());

    public Methods {
        unproven = unproven.stream().sorted(Comparator.comparing(Method::kind)).toList();
        proven = proven.stream()
                .sorted(Comparator.comparing((Proven p) -> p.method().kind()))
                .toList();
    }

    /** The unproven method of the same kind gives way. */
    Methods with(Method registered) {
        return new Methods(
                Stream.concat(without(registered.kind()), Stream.of(registered)).toList(), proven);
    }

    /** The proven method of the same kind gives way. */
    Methods with(Proven proof) {
        var kind = proof.method().kind();
        return new Methods(
                without(kind).toList(),
                Stream.concat(others(kind), Stream.of(proof)).toList());
    }

    Methods confirmed(Collection<MethodId> ids, Instant at) {
        return new Methods(
                unproven,
                proven.stream()
                        .map(p -> ids.contains(p.method().id()) ? p.confirmed(at) : p)
                        .toList());
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

    boolean isProven(MethodId id) {
        return proven.stream().anyMatch(p -> p.method().id().equals(id));
    }

    /** Since when all that is proven has been known to be true. */
    Optional<Instant> confirmedSince() {
        return proven.stream().map(Proven::confirmedAt).min(Comparator.naturalOrder());
    }

    private Stream<Method> without(MethodKind kind) {
        return unproven.stream().filter(m -> m.kind() != kind);
    }

    private Stream<Proven> others(MethodKind kind) {
        return proven.stream().filter(p -> p.method().kind() != kind);
    }
}

package io.latchkey.registration.method;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Every method that was ever bound to the account, in the order in which they were. */
public record Register(List<Binding> bindings) {

    static final Register EMPTY = new Register(List.of());

    public Register {
        bindings = List.copyOf(bindings);
    }

    Register bound(Binding binding) {
        return new Register(Stream.concat(bindings.stream(), Stream.of(binding)).toList());
    }

    Register unbound(MethodId id, Instant at) {
        return new Register(bindings.stream()
                .map(binding -> binding.id().equals(id) && binding.unboundAt() == null ? binding.unbound(at) : binding)
                .toList());
    }
}

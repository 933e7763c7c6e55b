package io.latchkey.registration.mongo;

import io.latchkey.messaging.decision.Mask;
import io.latchkey.registration.method.Binding;
import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.method.Register;
import io.latchkey.registration.policy.MethodKind;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Every method that was ever bound; masks only. */
final class RegisterFields {

    private RegisterFields() {}

    static List<Document> encode(Register register) {
        return register.bindings().stream().map(RegisterFields::encode).toList();
    }

    static Register decode(List<Document> bindings) {
        return new Register(bindings.stream().map(RegisterFields::decode).toList());
    }

    private static Document encode(Binding binding) {
        return new Document("id", binding.id().value().toString())
                .append("kind", binding.kind().name())
                .append("mask", mask(binding.mask()))
                .append("boundAt", Date.from(binding.boundAt()))
                .append("unboundAt", Dates.date(binding.unboundAt()));
    }

    private static @Nullable String mask(@Nullable Mask mask) {
        return mask == null ? null : mask.value();
    }

    private static Binding decode(Document binding) {
        var mask = binding.getString("mask");
        return new Binding(
                new MethodId(UUID.fromString(binding.getString("id"))),
                MethodKind.valueOf(binding.getString("kind")),
                mask == null ? null : new Mask(mask),
                binding.getDate("boundAt").toInstant(),
                Dates.instant(binding, "unboundAt"));
    }
}

package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks of a command's own fields, empty where there is nothing to object to. */
final class Fields {

    private Fields() {}

    @SafeVarargs
    static Optional<CommandRejected> firstOf(Optional<CommandRejected>... checks) {
        return Stream.of(checks).flatMap(Optional::stream).findFirst();
    }

    static Optional<CommandRejected> require(boolean fulfilled, String field, String requirement) {
        return fulfilled ? Optional.empty() : Optional.of(CommandRejected.invalid(field, requirement));
    }

    static Optional<CommandRejected> text(String field, String value, int maxLength) {
        return require(
                !value.isBlank() && value.length() <= maxLength && value.chars().noneMatch(Character::isISOControl),
                field,
                "1 to " + maxLength + " characters without control characters");
    }

    static Optional<CommandRejected> texts(String field, List<String> values, int maxSize, int maxLength) {
        return require(values.size() <= maxSize, field, "a list of at most " + maxSize)
                .or(() -> IntStream.range(0, values.size())
                        .mapToObj(i -> text(field + "[" + i + "]", values.get(i), maxLength))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** A field that may be absent, but not unreadable. */
    static Optional<CommandRejected> personal(String field, @Nullable Opened value, int maxLength) {
        return switch (value) {
            case null -> Optional.empty();
            case Opened.Unreadable _ -> Optional.of(CommandRejected.because(RejectionReason.UNREADABLE_FIELD, field));
            case Opened.Readable(var text) -> text(field, text, maxLength);
        };
    }
}

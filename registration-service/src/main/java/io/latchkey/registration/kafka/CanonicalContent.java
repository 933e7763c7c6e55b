package io.latchkey.registration.kafka;

import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.sealing.LengthPrefixed;
import io.latchkey.registration.method.MethodCommand;
import io.latchkey.registration.method.MethodId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a command says, apart from its identity: equal for one wish however often it is sealed, different for any two
 * wishes. Starts with the command's type; lists carry their length.
 */
final class CanonicalContent {

    private static final String ABSENT = "-";
    private static final String PRESENT = "+";
    private static final String UNREADABLE = "?";

    private final List<String> parts = new ArrayList<>();

    private CanonicalContent(String type) {
        parts.add(type);
    }

    static byte[] of(MethodCommand command) {
        var content = new CanonicalContent(command.getClass().getSimpleName());
        return switch (command) {
            case MethodCommand.ProvisionAccount provision ->
                content.add(provision).bytes();
            case MethodCommand.RegisterMethod register ->
                content.add(register.wish()).bytes();
            case MethodCommand.PrepopulateMethod prepopulate ->
                content.add(prepopulate.wish()).bytes();
            case MethodCommand.ConfirmMethod confirm ->
                content.add(confirm.methodIds().stream()
                                .map(MethodId::value)
                                .map(Object::toString)
                                .toList())
                        .bytes();
            case MethodCommand.RemoveMethod remove ->
                content.add(remove.methodId().value()).bytes();
            case MethodCommand.RemoveMethodAsAdministrator remove ->
                content.add(remove.methodId().value()).bytes();
            case MethodCommand.RegisterSecurityAnswers answers ->
                content.add(answers.answers().questionIds()).bytes();
            case MethodCommand.CodeVerified verified ->
                content.add(verified.methodId().value()).bytes();
            case MethodCommand.GuessesExhausted exhausted ->
                content.add(exhausted.lockedUntil()).bytes();
            case MethodCommand.ReconfirmTick tick -> content.add(tick.asOf()).bytes();
            case MethodCommand.CompleteRegistration _,
                    MethodCommand.ContactAdministrator _,
                    MethodCommand.RequireReregistration _,
                    MethodCommand.EraseUser _ -> content.bytes();
        };
    }

    private CanonicalContent add(MethodCommand.Wish wish) {
        return add(wish.kind()).add(wish.channel()).add(wish.destination());
    }

    private CanonicalContent add(MethodCommand.ProvisionAccount command) {
        var directory = command.directory();
        var place = command.place();
        return add(directory.objectId())
                .add(directory.enabled())
                .add(directory.groups())
                .add(directory.administrator())
                .add(command.passwordManagement())
                .add(command.signInAddress())
                .add(command.displayName())
                .add(place.region())
                .add(place.locale())
                .add(place.timeZone());
    }

    private CanonicalContent add(@Nullable Opened value) {
        parts.add(
                switch (value) {
                    case null -> ABSENT;
                    case Opened.Unreadable _ -> UNREADABLE;
                    case Opened.Readable(var text) -> PRESENT + text;
                });
        return this;
    }

    private CanonicalContent add(List<String> values) {
        parts.add(Integer.toString(values.size()));
        parts.addAll(values);
        return this;
    }

    private CanonicalContent add(@Nullable Object value) {
        parts.add(Objects.toString(value, ABSENT));
        return this;
    }

    private byte[] bytes() {
        return LengthPrefixed.of(parts.toArray(String[]::new));
    }
}

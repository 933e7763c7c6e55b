package io.latchkey.registration.method;

import io.latchkey.registration.account.Account;

import static io.latchkey.registration.method.RejectionReason.INVALID_EMAIL_ADDRESS;
import static io.latchkey.registration.method.RejectionReason.INVALID_PHONE_NUMBER;
import static io.latchkey.registration.method.RejectionReason.METHOD_NOT_OFFERED;
import static io.latchkey.registration.method.RejectionReason.SIGN_IN_ADDRESS;
import static io.latchkey.registration.method.RejectionReason.UNREADABLE_FIELD;
import static io.latchkey.registration.method.RejectionReason.UNSUPPORTED_PHONE_NUMBER;

import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.destination.Destination;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.destination.PhoneNumbers;
import io.latchkey.registration.method.MethodCommand.RegisterMethod;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.policy.MethodKind;
import java.util.Set;

/** Reads what a person wants to register. */
final class Destinations {

    private static final String FIELD = "destination";

    private final Set<MethodKind> offered;
    private final PhoneNumbers phoneNumbers;

    Destinations(Set<MethodKind> offered, PhoneNumbers phoneNumbers) {
        this.offered = offered;
        this.phoneNumbers = phoneNumbers;
    }

    /** What a wish turned out to be. */
    sealed interface Reading {
        record Accepted(MethodKind kind, Channel channel, Destination destination) implements Reading {}

        record Refused(CommandRejected rejection) implements Reading {}
    }

    Reading read(RegisterMethod command, Account account) {
        var kind = command.kind();
        var channel = command.channel();
        if (kind == null) {
            return new Reading.Refused(CommandRejected.invalid("kind", "a known constant"));
        }
        if (channel == null) {
            return new Reading.Refused(CommandRejected.invalid("channel", "a known constant"));
        }
        return switch (command.destination()) {
            case Opened.Unreadable _ -> refused(UNREADABLE_FIELD, FIELD);
            case Opened.Readable(var text)
            when text.isBlank() ->
                new Reading.Refused(CommandRejected.invalid(FIELD, "a phone number or an email address"));
            case Opened.Readable(var text) -> offered(kind, channel, text, account);
        };
    }

    private Reading offered(MethodKind kind, Channel channel, String text, Account account) {
        if (!offered.contains(kind)) {
            return refused(METHOD_NOT_OFFERED, "kind");
        }
        return switch (kind) {
            case MOBILE_PHONE -> channel == Channel.SMS ? phone(text, account) : refused(METHOD_NOT_OFFERED, "channel");
            case EMAIL -> channel == Channel.EMAIL ? email(text, account) : refused(METHOD_NOT_OFFERED, "channel");
            case OFFICE_PHONE, SECURITY_QUESTIONS -> refused(METHOD_NOT_OFFERED, "kind");
        };
    }

    private Reading phone(String text, Account account) {
        return switch (phoneNumbers.read(text, account.place().region())) {
            case PhoneNumbers.Reading.Mobile(var number) ->
                new Reading.Accepted(MethodKind.MOBILE_PHONE, Channel.SMS, number);
            case PhoneNumbers.Reading.Unsupported _ -> refused(UNSUPPORTED_PHONE_NUMBER, FIELD);
            case PhoneNumbers.Reading.Invalid _ -> refused(INVALID_PHONE_NUMBER, FIELD);
        };
    }

    private static Reading email(String text, Account account) {
        return EmailAddress.parse(text)
                .map(address -> account.person().signsInWith(address)
                        ? refused(SIGN_IN_ADDRESS, FIELD)
                        : new Reading.Accepted(MethodKind.EMAIL, Channel.EMAIL, address))
                .orElseGet(() -> refused(INVALID_EMAIL_ADDRESS, FIELD));
    }

    private static Reading refused(RejectionReason reason, String field) {
        return new Reading.Refused(CommandRejected.because(reason, field));
    }
}

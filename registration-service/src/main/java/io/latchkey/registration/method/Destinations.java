package io.latchkey.registration.method;

import static io.latchkey.registration.method.RejectionReason.COUNTRY_NOT_ALLOWED;
import static io.latchkey.registration.method.RejectionReason.INVALID_EMAIL_ADDRESS;
import static io.latchkey.registration.method.RejectionReason.INVALID_PHONE_NUMBER;
import static io.latchkey.registration.method.RejectionReason.METHOD_NOT_OFFERED;
import static io.latchkey.registration.method.RejectionReason.SIGN_IN_ADDRESS;
import static io.latchkey.registration.method.RejectionReason.UNREADABLE_FIELD;
import static io.latchkey.registration.method.RejectionReason.UNSUPPORTED_PHONE_NUMBER;

import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.account.Account;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.destination.Destination;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.destination.PhoneNumber;
import io.latchkey.registration.destination.PhoneNumbers;
import io.latchkey.registration.method.MethodCommand.Wish;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.MethodRules;
import java.util.Optional;

/** Reads what somebody wants to be reached at. */
record Destinations(PhoneNumbers phoneNumbers) {

    private static final String FIELD = "destination";

    /** What a wish turned out to be. */
    sealed interface Reading {
        record Accepted(MethodKind kind, Channel channel, Destination destination) implements Reading {}

        record Refused(CommandRejected rejection) implements Reading {}
    }

    Reading read(Wish wish, Account account, MethodRules rules) {
        var kind = wish.kind();
        var channel = wish.channel();
        if (kind == null) {
            return new Reading.Refused(CommandRejected.invalid("kind", "a known constant"));
        }
        if (channel == null) {
            return new Reading.Refused(CommandRejected.invalid("channel", "a known constant"));
        }
        return switch (wish.destination()) {
            case Opened.Unreadable _ -> refused(UNREADABLE_FIELD, FIELD);
            case Opened.Readable(var text)
            when text.isBlank() ->
                new Reading.Refused(CommandRejected.invalid(FIELD, "a phone number or an email address"));
            case Opened.Readable(var text) -> read(kind, channel, text, account, rules);
        };
    }

    private Reading read(MethodKind kind, Channel channel, String text, Account account, MethodRules rules) {
        return switch (kind) {
            case MOBILE_PHONE, OFFICE_PHONE ->
                reaches(kind, channel)
                        ? phone(
                                kind,
                                channel,
                                phoneNumbers.read(text, account.place().region()),
                                rules)
                        : refused(METHOD_NOT_OFFERED, "channel");
            case EMAIL -> reaches(kind, channel) ? email(text, account) : refused(METHOD_NOT_OFFERED, "channel");
            case SECURITY_QUESTIONS -> refused(METHOD_NOT_OFFERED, "kind");
        };
    }

    private static boolean reaches(MethodKind kind, Channel channel) {
        return switch (kind) {
            case MOBILE_PHONE -> channel == Channel.SMS || channel == Channel.VOICE;
            case OFFICE_PHONE -> channel == Channel.VOICE;
            case EMAIL -> channel == Channel.EMAIL;
            case SECURITY_QUESTIONS -> false;
        };
    }

    /** An extension is what an office has. */
    private static Reading phone(MethodKind kind, Channel channel, PhoneNumbers.Reading read, MethodRules rules) {
        return switch (read) {
            case PhoneNumbers.Reading.Callable(var number, var country, var takesText) -> {
                boolean reachable = kind == MethodKind.OFFICE_PHONE
                        || (number.extension() == null && (takesText || channel == Channel.VOICE));
                if (!reachable) {
                    yield refused(UNSUPPORTED_PHONE_NUMBER, FIELD);
                }
                yield rules.allows(country)
                        ? new Reading.Accepted(kind, channel, number)
                        : refused(COUNTRY_NOT_ALLOWED, FIELD);
            }
            case PhoneNumbers.Reading.Unsupported _ -> refused(UNSUPPORTED_PHONE_NUMBER, FIELD);
            case PhoneNumbers.Reading.Invalid _ -> refused(INVALID_PHONE_NUMBER, FIELD);
        };
    }

    /** Why a code may not go any more to what was accepted once: policy and account may have changed since. */
    Optional<RejectionReason> objection(Method method, Account account, MethodRules rules) {
        return switch (method.destination()) {
            case EmailAddress address ->
                account.person().signsInWith(address) ? Optional.of(SIGN_IN_ADDRESS) : Optional.empty();
            case PhoneNumber phone ->
                allowed(phone, account, rules) ? Optional.empty() : Optional.of(COUNTRY_NOT_ALLOWED);
        };
    }

    private boolean allowed(PhoneNumber phone, Account account, MethodRules rules) {
        return switch (phoneNumbers.read(phone.number(), account.place().region())) {
            case PhoneNumbers.Reading.Callable callable -> rules.allows(callable.country());
            case PhoneNumbers.Reading.Unsupported _, PhoneNumbers.Reading.Invalid _ -> true;
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

package io.latchkey.notification.provider;

import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.Message;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.delivery.Purpose;
import io.latchkey.notification.delivery.Reason;
import io.latchkey.notification.delivery.SealedText;
import io.latchkey.notification.queue.Sender;
import io.latchkey.notification.text.Texts;
import io.latchkey.notification.text.Values;
import io.latchkey.schemas.Sealed;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/** Opens the seals of a message only now, words it, and makes the call as long as its lease allows that. */
public final class OpeningSender implements Sender {

    private static final Answer UNREADABLE = new Answer.Unsendable(Reason.UNREADABLE);
    private static final Answer NO_PROVIDER = new Answer.Unsendable(Reason.NO_PROVIDER);

    private final Opener opener;
    private final Texts texts;
    private final Providers providers;
    private final Duration longestCall;
    private final InstantSource clock;

    public OpeningSender(Opener opener, Texts texts, Providers providers, Duration longestCall, InstantSource clock) {
        this.opener = opener;
        this.texts = texts;
        this.providers = providers;
        this.longestCall = longestCall;
        this.clock = clock;
    }

    /** A process that was away since it took the lease may find it too short, or the message expired: then nobody is called. */
    @Override
    public Answer send(Started attempt) {
        var now = clock.instant();
        if (attempt.message().expired(now) || attempt.lease().expired(now.plus(longestCall))) {
            return new Answer.NotCalled();
        }
        return switch (open(attempt.message())) {
            case Opened.Readable to -> send(attempt, to.value());
            case Opened.Unreadable _ -> UNREADABLE;
        };
    }

    private Opened open(Message message) {
        var purpose = message.content().purpose() == Purpose.ADMINISTRATOR
                ? AssociatedData.ADMINISTRATOR_ADDRESS
                : AssociatedData.DESTINATION;
        return open(purpose, message, message.methodId(), message.destination());
    }

    private Answer send(Started attempt, String to) {
        var message = attempt.message();
        return switch (message.content()) {
            case Content.Code code ->
                switch (open(AssociatedData.CODE, message, message.id(), code.digits())) {
                    case Opened.Readable digits -> send(attempt, to, Values.ofCode(code, digits.value(), message));
                    case Opened.Unreadable _ -> UNREADABLE;
                };
            case Content.Notice notice -> send(attempt, to, Values.ofNotice(notice));
            case Content.HelpWanted help -> send(attempt, to, help);
            case Content.ReconfirmReminder reminder -> send(attempt, to, Values.ofReminder(reminder));
        };
    }

    private Answer send(Started attempt, String to, Content.HelpWanted help) {
        var message = attempt.message();
        if (help.displayName() == null) {
            return send(attempt, to, Values.ofHelp(help, message.account(), ""));
        }
        return switch (open(
                AssociatedData.DISPLAY_NAME, message, message.cause().recordId(), help.displayName())) {
            case Opened.Readable name -> send(attempt, to, Values.ofHelp(help, message.account(), name.value()));
            case Opened.Unreadable _ -> UNREADABLE;
        };
    }

    private Answer send(Started attempt, String to, Values values) {
        var message = attempt.message();
        var provider = attempt.progress().provider();
        if (provider == null) {
            return NO_PROVIDER;
        }
        return switch (message.channel()) {
            case SMS ->
                providers
                        .sms(provider)
                        .map(sms -> sms.send(texts.sms(message.id(), to, message.locale(), values)))
                        .orElse(NO_PROVIDER);
            case EMAIL ->
                providers
                        .mail(provider)
                        .map(mail -> mail.send(texts.mail(message.id(), to, message.locale(), values)))
                        .orElse(NO_PROVIDER);
            case VOICE ->
                providers
                        .call(provider)
                        .map(call -> call.send(texts.call(message.id(), to, message.locale(), values)))
                        .orElse(NO_PROVIDER);
            case OTHER -> NO_PROVIDER;
        };
    }

    private Opened open(String purpose, Message message, UUID boundTo, SealedText text) {
        var sealed = new Sealed(text.keyId(), ByteBuffer.wrap(text.wrappedKey()), ByteBuffer.wrap(text.ciphertext()));
        return opener.open(sealed, new AssociatedData(purpose, message.account(), boundTo));
    }
}

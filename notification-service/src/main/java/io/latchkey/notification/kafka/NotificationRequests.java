package io.latchkey.notification.kafka;

import static io.latchkey.notification.kafka.Translation.account;
import static io.latchkey.notification.kafka.Translation.cause;
import static io.latchkey.notification.kafka.Translation.channel;
import static io.latchkey.notification.kafka.Translation.sealed;

import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.Erasure;
import io.latchkey.notification.delivery.Message;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Remembered;
import io.latchkey.notification.queue.Request;
import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.MethodPrepopulated;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRemoved;
import io.latchkey.schemas.Recipient;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.ReregistrationRequired;
import io.latchkey.schemas.SecurityAnswersRegistered;
import io.latchkey.schemas.SendCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What notification reacts to: codes to send, what makes them pointless, and events that people must be told of. */
final class NotificationRequests {

    private final Lifetimes lifetimes;

    NotificationRequests(Lifetimes lifetimes) {
        this.lifetimes = lifetimes;
    }

    List<Request> of(SpecificRecord record, InputRecord input) {
        return switch (record) {
            case SendCode code -> code(code, input);
            case CodeIssued issued -> cancel(issued.getSupersededCodeId(), issued.getMetadata(), input);
            case CodeRejected rejected -> cancel(rejected.getSupersededCodeId(), rejected.getMetadata(), input);
            case CodeVerified verified -> cancel(verified.getCodeId(), verified.getMetadata(), input);
            case ReconfirmDue due -> reminder(due, input);
            case AccountErased erased -> erasure(erased, input);
            default -> notice(record, input);
        };
    }

    private static List<Request> code(SendCode code, InputRecord input) {
        var metadata = code.getMetadata();
        var requests = new ArrayList<>(cancel(code.getSupersededCodeId(), metadata, input));
        requests.add(new Request.Send(new Message(
                code.getCodeId(),
                account(metadata),
                new Content.Code(sealed(code.getCode()), code.getNumber(), code.getRequestedAt()),
                channel(code.getChannel()),
                code.getMethodId(),
                sealed(code.getDestination()),
                code.getLocale(),
                code.getExpiresAt(),
                cause(metadata, input),
                metadata.getCorrelationId())));
        return requests;
    }

    private static List<Request> cancel(@Nullable UUID codeId, EventMetadata metadata, InputRecord input) {
        return codeId == null ? List.of() : List.of(new Request.Cancel(codeId, cause(metadata, input)));
    }

    private List<Request> erasure(AccountErased erased, InputRecord input) {
        var metadata = erased.getMetadata();
        var erasure = new Erasure(metadata.getOccurredAt(), cause(metadata, input));
        var requests = new ArrayList<Request>();
        requests.add(new Request.Remember(new Remembered(account(metadata), erasure)));
        requests.addAll(notices(metadata, erased.getNotify(), told -> Notices.of(erased), input));
        return requests;
    }

    private List<Request> notice(SpecificRecord record, InputRecord input) {
        return switch (record) {
            case MethodProven event ->
                notices(event.getMetadata(), event.getNotify(), told -> Notices.of(event, told), input);
            case MethodPrepopulated event ->
                notices(event.getMetadata(), event.getNotify(), told -> Notices.of(event), input);
            case MethodRemoved event ->
                notices(event.getMetadata(), event.getNotify(), told -> Notices.of(event, told), input);
            case SecurityAnswersRegistered event ->
                notices(event.getMetadata(), event.getNotify(), told -> Notices.of(event), input);
            case ReregistrationRequired event ->
                notices(event.getMetadata(), event.getNotify(), told -> Notices.of(event), input);
            default -> List.of();
        };
    }

    private List<Request> notices(
            EventMetadata metadata, List<Recipient> notify, Function<Recipient, Content> content, InputRecord input) {
        return send(metadata, notify, content, input, lifetimes.notice());
    }

    private List<Request> reminder(ReconfirmDue due, InputRecord input) {
        var reminder = new Content.ReconfirmReminder(due.getDueAt());
        return send(due.getMetadata(), due.getNotify(), told -> reminder, input, lifetimes.reminder());
    }

    private static List<Request> send(
            EventMetadata metadata,
            List<Recipient> notify,
            Function<Recipient, Content> content,
            InputRecord input,
            Duration lifetime) {
        return notify.stream()
                .<Request>map(told -> new Request.Send(new Message(
                        Notification.idFor(metadata.getEventId(), told.getMethodId()),
                        account(metadata),
                        content.apply(told),
                        channel(told.getChannel()),
                        told.getMethodId(),
                        sealed(told.getDestination()),
                        told.getLocale(),
                        input.logTime().plus(lifetime),
                        cause(metadata, input),
                        metadata.getCorrelationId())))
                .toList();
    }
}

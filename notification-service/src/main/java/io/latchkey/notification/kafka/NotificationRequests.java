package io.latchkey.notification.kafka;

import static io.latchkey.notification.kafka.Translation.account;
import static io.latchkey.notification.kafka.Translation.cause;
import static io.latchkey.notification.kafka.Translation.channel;
import static io.latchkey.notification.kafka.Translation.order;
import static io.latchkey.notification.kafka.Translation.sealed;

import io.latchkey.messaging.decision.WakingHours;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.Message;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.queue.Request;
import io.latchkey.schemas.AdministratorContacted;
import io.latchkey.schemas.AdministratorRecipient;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.Recipient;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.ReconfirmReminder;
import io.latchkey.schemas.SendCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What notification reacts to: codes to send, what makes messages pointless, and events that people must be told of. */
final class NotificationRequests {

    private static final int FIRST = 1;

    private final Lifetimes lifetimes;
    private final Changes changes;

    NotificationRequests(Lifetimes lifetimes) {
        this.lifetimes = lifetimes;
        this.changes = new Changes(lifetimes);
    }

    List<Request> of(SpecificRecord record, InputRecord input) {
        return switch (record) {
            case SendCode code -> code(code, input);
            case CodeIssued issued -> cancel(issued.getSupersededCodeId(), issued.getMetadata(), input);
            case CodeRejected rejected -> cancel(rejected.getSupersededCodeId(), rejected.getMetadata(), input);
            case CodeVerified verified -> cancel(verified.getCodeId(), verified.getMetadata(), input);
            case ReconfirmDue due -> remind(due.getMetadata(), due.getDueAt(), FIRST, due.getNotify(), input);
            case ReconfirmReminder next ->
                remind(next.getMetadata(), next.getDueAt(), next.getNumber(), next.getNotify(), input);
            case AdministratorContacted contacted -> help(contacted, input);
            default -> changes.of(record, input);
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

    private List<Request> remind(
            EventMetadata metadata, Instant dueAt, int number, List<Recipient> notify, InputRecord input) {
        var expiresAt = input.logTime().plus(lifetimes.reminder());
        return notify.stream()
                .<Request>map(told -> new Request.Send(Translation.message(
                        Notification.reminderId(account(metadata), dueAt, number, told.getMethodId()),
                        metadata,
                        new Content.ReconfirmReminder(
                                dueAt, number, order(metadata), WakingHours.inKnown(told.getTimeZone())),
                        told,
                        expiresAt,
                        input)))
                .toList();
    }

    private List<Request> help(AdministratorContacted contacted, InputRecord input) {
        var content = Help.of(contacted);
        return contacted.getAdministrators().stream()
                .map(told -> help(contacted, told, content, input))
                .toList();
    }

    private Request help(
            AdministratorContacted contacted, AdministratorRecipient told, Content content, InputRecord input) {
        var metadata = contacted.getMetadata();
        return new Request.Send(new Message(
                Notification.idFor(metadata.getEventId(), told.getRecipientId()),
                account(metadata),
                content,
                Channel.EMAIL,
                told.getRecipientId(),
                sealed(told.getDestination()),
                contacted.getLocale(),
                input.logTime().plus(lifetimes.notice()),
                cause(metadata, input),
                metadata.getCorrelationId()));
    }
}

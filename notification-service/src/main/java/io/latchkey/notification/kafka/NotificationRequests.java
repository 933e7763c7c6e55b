package io.latchkey.notification.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.Header;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.notification.delivery.Cause;
import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.Message;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.SealedText;
import io.latchkey.notification.queue.Request;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.Recipient;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SendCode;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
            case MethodProven proven -> notice(proven, input);
            case ReconfirmDue due -> reminder(due, input);
            default -> List.of();
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

    private List<Request> notice(MethodProven proven, InputRecord input) {
        var changed = new Content.MethodChanged(
                kind(proven.getKind()), proven.getMask(), proven.getReplacedMethodId() != null);
        return send(proven.getMetadata(), proven.getNotify(), changed, input, lifetimes.notice());
    }

    private List<Request> reminder(ReconfirmDue due, InputRecord input) {
        var reminder = new Content.ReconfirmReminder(due.getDueAt());
        return send(due.getMetadata(), due.getNotify(), reminder, input, lifetimes.reminder());
    }

    private static List<Request> send(
            EventMetadata metadata, List<Recipient> notify, Content content, InputRecord input, Duration lifetime) {
        return notify.stream()
                .<Request>map(recipient -> new Request.Send(new Message(
                        Notification.idFor(metadata.getEventId(), recipient.getMethodId()),
                        account(metadata),
                        content,
                        channel(recipient.getChannel()),
                        recipient.getMethodId(),
                        sealed(recipient.getDestination()),
                        recipient.getLocale(),
                        input.logTime().plus(lifetime),
                        cause(metadata, input),
                        metadata.getCorrelationId())))
                .toList();
    }

    private static Cause cause(EventMetadata metadata, InputRecord input) {
        var traceparent = input.header(Header.TRACEPARENT);
        return new Cause(
                metadata.getEventId(),
                input.logTime(),
                traceparent == null ? null : new String(traceparent.value(), UTF_8));
    }

    private static AggregateKey account(EventMetadata metadata) {
        return new AggregateKey(metadata.getTenantId(), metadata.getUserId());
    }

    private static Channel channel(io.latchkey.schemas.Channel channel) {
        return switch (channel) {
            case SMS -> Channel.SMS;
            case EMAIL -> Channel.EMAIL;
            case VOICE -> Channel.VOICE;
            case UNKNOWN -> Channel.OTHER;
        };
    }

    private static Content.Kind kind(MethodKind kind) {
        return switch (kind) {
            case MOBILE_PHONE, OFFICE_PHONE -> Content.Kind.PHONE;
            case EMAIL -> Content.Kind.EMAIL;
            case SECURITY_QUESTIONS, UNKNOWN -> Content.Kind.OTHER;
        };
    }

    private static SealedText sealed(Sealed sealed) {
        return new SealedText(sealed.getRecipientKeyId(), bytes(sealed.getWrappedKey()), bytes(sealed.getCiphertext()));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}

package io.latchkey.notification.kafka;

import static io.latchkey.notification.kafka.Translation.account;
import static io.latchkey.notification.kafka.Translation.cause;
import static io.latchkey.notification.kafka.Translation.order;

import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.Erasure;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Remembered;
import io.latchkey.notification.delivery.Renewal;
import io.latchkey.notification.queue.Request;
import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.MethodConfirmed;
import io.latchkey.schemas.MethodPrepopulated;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRemoved;
import io.latchkey.schemas.Recipient;
import io.latchkey.schemas.ReregistrationRequired;
import io.latchkey.schemas.SecurityAnswersRegistered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What follows from a change of an account: everybody in {@code notify} is told, and what became pointless is not sent. */
final class Changes {

    private final Lifetimes lifetimes;

    Changes(Lifetimes lifetimes) {
        this.lifetimes = lifetimes;
    }

    List<Request> of(SpecificRecord record, InputRecord input) {
        return switch (record) {
            case MethodPrepopulated event ->
                notices(event.getMetadata(), event.getNotify(), told -> Notices.of(event), input);
            case MethodProven event ->
                remember(
                        renewed(event.getMetadata(), event.getDueAt(), input),
                        notices(event.getMetadata(), event.getNotify(), told -> Notices.of(event, told), input));
            case MethodConfirmed event -> remember(renewed(event.getMetadata(), event.getDueAt(), input), List.of());
            case MethodRemoved event ->
                remember(
                        renewed(event.getMetadata(), event.getDueAt(), input),
                        notices(event.getMetadata(), event.getNotify(), told -> Notices.of(event, told), input));
            case SecurityAnswersRegistered event ->
                remember(
                        renewed(event.getMetadata(), event.getDueAt(), input),
                        notices(event.getMetadata(), event.getNotify(), told -> Notices.of(event), input));
            // What has to be proven again need not be confirmed.
            case ReregistrationRequired event ->
                remember(
                        renewed(event.getMetadata(), null, input),
                        notices(event.getMetadata(), event.getNotify(), told -> Notices.of(event), input));
            case AccountErased event ->
                remember(
                        erased(event.getMetadata(), input),
                        notices(event.getMetadata(), event.getNotify(), told -> Notices.of(event), input));
            default -> List.of();
        };
    }

    private static List<Request> remember(Remembered learned, List<Request> notices) {
        var requests = new ArrayList<Request>();
        requests.add(new Request.Remember(learned));
        requests.addAll(notices);
        return requests;
    }

    private static Remembered renewed(EventMetadata metadata, @Nullable Instant dueAt, InputRecord input) {
        return new Remembered(account(metadata), null, new Renewal(order(metadata), dueAt, cause(metadata, input)));
    }

    private static Remembered erased(EventMetadata metadata, InputRecord input) {
        return new Remembered(account(metadata), new Erasure(metadata.getOccurredAt(), cause(metadata, input)), null);
    }

    private List<Request> notices(
            EventMetadata metadata, List<Recipient> notify, Function<Recipient, Content> content, InputRecord input) {
        var expiresAt = input.logTime().plus(lifetimes.notice());
        return notify.stream()
                .<Request>map(told -> new Request.Send(Translation.message(
                        Notification.idFor(metadata.getEventId(), told.getMethodId()),
                        metadata,
                        content.apply(told),
                        told,
                        expiresAt,
                        input)))
                .toList();
    }
}

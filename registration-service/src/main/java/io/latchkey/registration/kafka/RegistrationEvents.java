package io.latchkey.registration.kafka;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.registration.destination.Destination;
import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.method.MethodOutcome;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodConfirmed;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.Recipient;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.Sealed;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Outcomes to Avro: destinations sealed for notification, each bound to its method. */
record RegistrationEvents(Sealer sealer) {

    SpecificRecord write(MethodOutcome outcome, EventMetadata metadata) {
        return switch (outcome) {
            case MethodOutcome.AccountProvisioned(var generation, var enabled) ->
                new AccountProvisioned(metadata, generation, enabled);
            case MethodOutcome.MethodRegistered registered -> registered(registered, metadata);
            case MethodOutcome.MethodProven proven -> proven(proven, metadata);
            case MethodOutcome.MethodConfirmed(var methods, var dueAt) ->
                new MethodConfirmed(metadata, ids(methods), dueAt, List.of());
            case MethodOutcome.ReconfirmDue(var dueAt, var methods, var told) ->
                new ReconfirmDue(metadata, dueAt, ids(methods), recipients(told, metadata));
            case MethodOutcome.CommandRejected rejected -> rejected(rejected, metadata);
        };
    }

    private SpecificRecord registered(MethodOutcome.MethodRegistered outcome, EventMetadata metadata) {
        var method = outcome.method();
        return MethodRegistered.newBuilder()
                .setMetadata(metadata)
                .setMethodId(method.id().value())
                .setKind(Constants.of(method.kind()))
                .setChannel(Constants.of(method.channel()))
                .setDestination(seal(method.id(), method.destination(), metadata))
                .setDestinationHash(
                        ByteBuffer.wrap(HexFormat.of().parseHex(outcome.hash().hex())))
                .setMask(method.destination().mask().value())
                .setLocale(outcome.locale())
                .setRequestedAt(method.registeredAt())
                .setReplacedMethodId(id(outcome.replaced()))
                .build();
    }

    private SpecificRecord proven(MethodOutcome.MethodProven outcome, EventMetadata metadata) {
        var method = outcome.method();
        return MethodProven.newBuilder()
                .setMetadata(metadata)
                .setMethodId(method.id().value())
                .setKind(Constants.of(method.kind()))
                .setChannel(Constants.of(method.channel()))
                .setMask(method.destination().mask().value())
                .setReplacedMethodId(id(outcome.replaced()))
                .setDueAt(outcome.dueAt())
                .setNotify(recipients(outcome.told(), metadata))
                .build();
    }

    private static SpecificRecord rejected(MethodOutcome.CommandRejected outcome, EventMetadata metadata) {
        return CommandRejected.newBuilder()
                .setMetadata(metadata)
                .setReason(Constants.of(outcome.reason()))
                .setMessage(outcome.message())
                .setField(outcome.field())
                .setRetriable(outcome.retriable())
                .setConflictingCommandId(outcome.conflictingCommandId())
                .setFaults(List.of())
                .setMissing(List.of())
                .build();
    }

    private List<Recipient> recipients(List<io.latchkey.registration.method.Recipient> told, EventMetadata metadata) {
        return told.stream().map(recipient -> recipient(recipient, metadata)).toList();
    }

    private Recipient recipient(io.latchkey.registration.method.Recipient told, EventMetadata metadata) {
        return new Recipient(
                told.methodId().value(),
                Constants.of(told.channel()),
                seal(told.methodId(), told.destination(), metadata),
                told.locale());
    }

    private Sealed seal(MethodId method, Destination destination, EventMetadata metadata) {
        var account = new AggregateKey(metadata.getTenantId(), metadata.getUserId());
        var belongsTo = new AssociatedData(AssociatedData.DESTINATION, account, method.value());
        return sealer.seal(KeyOwner.NOTIFICATION, belongsTo, destination.value());
    }

    private static List<UUID> ids(List<MethodId> methods) {
        return methods.stream().map(MethodId::value).toList();
    }

    private static @Nullable UUID id(@Nullable MethodId method) {
        return method == null ? null : method.value();
    }
}

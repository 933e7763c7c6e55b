package io.latchkey.registration.kafka;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.registration.account.Personal;
import io.latchkey.registration.destination.Destination;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.method.Recipient;
import io.latchkey.schemas.AdministratorRecipient;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.Sealed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Those who are told of an event, sealed for notification: each destination is bound to its method. */
record Told(Sealer sealer) {

    List<io.latchkey.schemas.Recipient> of(List<Recipient> told, EventMetadata metadata) {
        return told.stream().map(recipient -> of(recipient, metadata)).toList();
    }

    private io.latchkey.schemas.Recipient of(Recipient told, EventMetadata metadata) {
        return new io.latchkey.schemas.Recipient(
                told.methodId().value(),
                Constants.of(told.channel()),
                seal(told.methodId(), told.destination(), metadata),
                told.locale(),
                told.timeZone());
    }

    Sealed seal(MethodId method, Destination destination, EventMetadata metadata) {
        return seal(AssociatedData.DESTINATION, method.value(), destination.value(), metadata);
    }

    @Nullable
    Sealed seal(@Nullable Personal displayName, EventMetadata metadata) {
        return displayName == null
                ? null
                : seal(AssociatedData.DISPLAY_NAME, metadata.getEventId(), displayName.value(), metadata);
    }

    /** The id of each is made of the event's and its place, so that a repeat of the event is told once. */
    List<AdministratorRecipient> administrators(List<EmailAddress> addresses, EventMetadata metadata) {
        return IntStream.range(0, addresses.size())
                .mapToObj(i -> administrator(recipientId(metadata, i), addresses.get(i), metadata))
                .toList();
    }

    private AdministratorRecipient administrator(UUID id, EmailAddress address, EventMetadata metadata) {
        return new AdministratorRecipient(
                id, seal(AssociatedData.ADMINISTRATOR_ADDRESS, id, address.value(), metadata));
    }

    private static UUID recipientId(EventMetadata metadata, int place) {
        return UUID.nameUUIDFromBytes((metadata.getEventId() + "/" + place).getBytes(StandardCharsets.UTF_8));
    }

    private Sealed seal(String purpose, UUID boundTo, String value, EventMetadata metadata) {
        var account = new AggregateKey(metadata.getTenantId(), metadata.getUserId());
        return sealer.seal(KeyOwner.NOTIFICATION, new AssociatedData(purpose, account, boundTo), value);
    }
}

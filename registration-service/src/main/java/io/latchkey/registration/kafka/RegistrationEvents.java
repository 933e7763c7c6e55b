package io.latchkey.registration.kafka;

import io.latchkey.registration.destination.DestinationHash;
import io.latchkey.registration.method.Method;
import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.method.MethodOutcome;
import io.latchkey.registration.method.Requirement;
import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.AdministratorContacted;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.MethodConfirmed;
import io.latchkey.schemas.MethodPrepopulated;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.MethodRemoved;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.ReconfirmReminder;
import io.latchkey.schemas.RegistrationCompleted;
import io.latchkey.schemas.ReregistrationRequired;
import io.latchkey.schemas.SecurityAnswersRegistered;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Outcomes to Avro: whoever is told is sealed for notification. */
record RegistrationEvents(Told told) {

    /** @param destroyedKeyId of the key that goes with an account's erasure */
    SpecificRecord write(MethodOutcome outcome, EventMetadata metadata, @Nullable String destroyedKeyId) {
        return switch (outcome) {
            case MethodOutcome.AccountProvisioned(var generation, var enabled) ->
                new AccountProvisioned(metadata, generation, enabled);
            case MethodOutcome.MethodRegistered registered -> registered(registered, metadata);
            case MethodOutcome.MethodPrepopulated prepopulated -> prepopulated(prepopulated, metadata);
            case MethodOutcome.MethodProven proven -> proven(proven, metadata);
            case MethodOutcome.MethodConfirmed(var methods, var dueAt, var toProve) ->
                new MethodConfirmed(metadata, ids(methods), dueAt, ids(toProve));
            case MethodOutcome.MethodRemoved removed -> removed(removed, metadata);
            case MethodOutcome.SecurityAnswersRegistered answered -> answered(answered, metadata);
            case MethodOutcome.RegistrationCompleted(var version, var recommended, var dueAt) ->
                new RegistrationCompleted(metadata, version, requirements(recommended), dueAt);
            case MethodOutcome.ReregistrationRequired(var methods, var recipients) ->
                new ReregistrationRequired(metadata, ids(methods), told.of(recipients, metadata));
            case MethodOutcome.ReconfirmDue(var dueAt, var methods, var recipients) ->
                new ReconfirmDue(metadata, dueAt, ids(methods), told.of(recipients, metadata));
            case MethodOutcome.ReconfirmReminder(var dueAt, var number, var methods, var recipients) ->
                new ReconfirmReminder(metadata, dueAt, number, ids(methods), told.of(recipients, metadata));
            case MethodOutcome.AdministratorContacted contacted -> contacted(contacted, metadata);
            case MethodOutcome.AccountErased erased -> erased(erased, metadata, destroyedKeyId);
            case MethodOutcome.CommandRejected rejected -> Rejections.write(rejected, metadata);
        };
    }

    private SpecificRecord registered(MethodOutcome.MethodRegistered outcome, EventMetadata metadata) {
        var method = outcome.method();
        return new MethodRegistered(
                metadata,
                method.id().value(),
                Constants.of(method.kind()),
                Constants.of(method.channel()),
                told.seal(method.id(), method.destination(), metadata),
                bytes(outcome.hash()),
                mask(method),
                outcome.locale(),
                outcome.requestedAt(),
                id(outcome.replaced()));
    }

    private SpecificRecord prepopulated(MethodOutcome.MethodPrepopulated outcome, EventMetadata metadata) {
        var method = outcome.method();
        return new MethodPrepopulated(
                metadata,
                method.id().value(),
                Constants.of(method.kind()),
                Constants.of(method.channel()),
                mask(method),
                id(outcome.replaced()),
                told.of(outcome.told(), metadata));
    }

    private SpecificRecord proven(MethodOutcome.MethodProven outcome, EventMetadata metadata) {
        var method = outcome.method();
        return new MethodProven(
                metadata,
                method.id().value(),
                Constants.of(method.kind()),
                Constants.of(method.channel()),
                mask(method),
                id(outcome.replaced()),
                outcome.dueAt(),
                told.of(outcome.told(), metadata));
    }

    private SpecificRecord removed(MethodOutcome.MethodRemoved outcome, EventMetadata metadata) {
        return new MethodRemoved(
                metadata,
                outcome.methodId().value(),
                Constants.of(outcome.kind()),
                Constants.of(outcome.removedBy()),
                outcome.proven(),
                outcome.dueAt(),
                told.of(outcome.told(), metadata));
    }

    private SpecificRecord answered(MethodOutcome.SecurityAnswersRegistered outcome, EventMetadata metadata) {
        return new SecurityAnswersRegistered(
                metadata,
                outcome.methodId().value(),
                outcome.count(),
                id(outcome.replaced()),
                outcome.dueAt(),
                told.of(outcome.told(), metadata));
    }

    private SpecificRecord contacted(MethodOutcome.AdministratorContacted outcome, EventMetadata metadata) {
        return new AdministratorContacted(
                metadata,
                Constants.of(outcome.reason().page()),
                Constants.of(outcome.reason()),
                told.seal(outcome.displayName(), metadata),
                outcome.locale(),
                told.administrators(outcome.administrators(), metadata));
    }

    private SpecificRecord erased(
            MethodOutcome.AccountErased outcome, EventMetadata metadata, @Nullable String destroyedKeyId) {
        return new AccountErased(
                metadata,
                outcome.generation(),
                destroyedKeyId,
                outcome.forgottenAt(),
                told.of(outcome.told(), metadata));
    }

    static List<io.latchkey.schemas.Requirement> requirements(List<Requirement> requirements) {
        return requirements.stream()
                .map(requirement -> new io.latchkey.schemas.Requirement(
                        Constants.of(requirement.kind()),
                        requirement.count(),
                        requirement.kinds().stream().map(Constants::of).toList()))
                .toList();
    }

    private static String mask(Method method) {
        return method.destination().mask().value();
    }

    private static ByteBuffer bytes(DestinationHash hash) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hash.hex()));
    }

    private static List<UUID> ids(List<MethodId> methods) {
        return methods.stream().map(MethodId::value).toList();
    }

    private static @Nullable UUID id(@Nullable MethodId method) {
        return method == null ? null : method.value();
    }
}

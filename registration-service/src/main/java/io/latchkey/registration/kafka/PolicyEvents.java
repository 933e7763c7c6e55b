package io.latchkey.registration.kafka;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.registration.policy.FieldFault;
import io.latchkey.registration.policy.Help;
import io.latchkey.registration.policy.PolicyOutcome;
import io.latchkey.registration.policy.TenantPolicy;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.CommandRejectionReason;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.PolicyChanged;
import io.latchkey.schemas.PolicyDefined;
import io.latchkey.schemas.Sealed;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** What became of a policy, to Avro. Administrators' addresses are in the policy in force alone, and nobody else can open them. */
record PolicyEvents(Sealer sealer) {

    /** The one reply to the command. */
    SpecificRecord write(PolicyOutcome outcome, EventMetadata metadata) {
        return switch (outcome) {
            case PolicyOutcome.PolicyChanged changed -> changed(changed, metadata);
            case PolicyOutcome.PolicyRefused refused -> refused(refused, metadata);
            case PolicyOutcome.VersionConflict _ ->
                rejected(CommandRejectionReason.POLICY_VERSION_CONFLICT, metadata)
                        .setMessage("The policy has changed in between. Look at it again before you change it.")
                        .setField("expectedVersion")
                        .build();
        };
    }

    /** The value of the tenant on the policies topic. */
    PolicyDefined defined(TenantPolicy state, EventMetadata metadata) {
        var tenant = metadata.getTenantId();
        var addressesId = AddressesId.of(tenant, state.version());
        return new PolicyDefined(
                metadata,
                state.version(),
                PolicyRecords.of(state.policy(), addresses(state.policy().help(), tenant, addressesId)),
                addressesId);
    }

    private List<Sealed> addresses(Help help, String tenant, UUID addressesId) {
        var belongsTo =
                new AssociatedData(AssociatedData.ADMINISTRATOR_ADDRESS, AggregateKey.tenant(tenant), addressesId);
        return help.administrators().stream()
                .map(address -> sealer.seal(KeyOwner.REGISTRATION, belongsTo, address.value()))
                .toList();
    }

    private static SpecificRecord changed(PolicyOutcome.PolicyChanged changed, EventMetadata metadata) {
        var previous = changed.previous();
        return new PolicyChanged(
                metadata,
                changed.version(),
                PolicyRecords.withoutAddresses(changed.policy()),
                previous == null ? null : PolicyRecords.withoutAddresses(previous),
                changed.policy().help().administrators().size());
    }

    private static SpecificRecord refused(PolicyOutcome.PolicyRefused refused, EventMetadata metadata) {
        var first = refused.first();
        var reason =
                first.unreadable() ? CommandRejectionReason.UNREADABLE_FIELD : CommandRejectionReason.INVALID_FIELD;
        return rejected(reason, metadata)
                .setMessage(first.field() + " must be " + first.requirement())
                .setField(first.field())
                .setFaults(refused.faults().stream().map(PolicyEvents::fault).toList())
                .build();
    }

    private static io.latchkey.schemas.FieldFault fault(FieldFault fault) {
        return new io.latchkey.schemas.FieldFault(fault.field(), fault.requirement());
    }

    private static CommandRejected.Builder rejected(CommandRejectionReason reason, EventMetadata metadata) {
        return CommandRejected.newBuilder()
                .setMetadata(metadata)
                .setReason(reason)
                .setRetriable(false)
                .setFaults(List.of())
                .setMissing(List.of());
    }
}

package io.latchkey.registration.kafka;

import io.latchkey.registration.method.ListedMethod;
import io.latchkey.registration.method.Listing;
import io.latchkey.registration.method.Registration;
import io.latchkey.registration.method.RegistrationState;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.MethodState;
import io.latchkey.schemas.MethodStatus;
import io.latchkey.schemas.RegistrationStatus;

/** Where accounts stand, to Avro: what was judged when the account last changed, and nothing that the clock decides. */
final class StatusRecords {

    private StatusRecords() {}

    static RegistrationStatus of(Registration registration, EventMetadata metadata, long revision) {
        var standing = registration.standing();
        var progress = registration.progress();
        var due = registration.due();
        return RegistrationStatus.newBuilder()
                .setMetadata(metadata)
                .setRevision(revision)
                .setGeneration(registration.account().generation())
                .setState(io.latchkey.schemas.RegistrationState.valueOf(
                        RegistrationState.of(registration, standing).name()))
                .setRegistered(standing.registered())
                .setEnabled(standing.enabled())
                .setCapable(standing.capable())
                .setPage(Constants.of(standing.reason().page()))
                .setReason(Constants.of(standing.reason()))
                .setLockedUntil(progress.lockedUntil())
                .setMethods(new Listing(registration)
                        .methods().stream().map(StatusRecords::of).toList())
                .setMissing(RegistrationEvents.requirements(standing.missing()))
                .setRecommended(RegistrationEvents.requirements(standing.recommended()))
                .setDueAt(due == null ? null : due.at())
                .setDueAnnounced(due != null && due.announced())
                .setCompletedAt(progress.completedAt())
                .setPolicyVersion(standing.policyVersion())
                .setAdministrator(registration.account().directory().administrator())
                .build();
    }

    private static MethodStatus of(ListedMethod method) {
        var channel = method.channel();
        var mask = method.mask();
        return new MethodStatus(
                method.id().value(),
                Constants.of(method.kind()),
                channel == null ? null : Constants.of(channel),
                mask == null ? null : mask.value(),
                MethodState.valueOf(method.state().name()),
                method.counts(),
                method.registeredAt(),
                method.provenAt(),
                method.confirmedAt());
    }
}

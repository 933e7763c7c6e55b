package io.latchkey.registration.kafka;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.engine.Preparation;
import io.latchkey.messaging.engine.Preparation.Prepared;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.registration.account.DirectoryEntry;
import io.latchkey.registration.method.MethodCommand;
import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.account.Place;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.ConfirmMethod;
import io.latchkey.schemas.ProvisionAccount;
import io.latchkey.schemas.ReconfirmTick;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.Sealed;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Avro to commands: opens what is sealed and judges nothing. */
record RegistrationCommands(Opener opener) {

    Optional<Preparation<MethodCommand>> read(SpecificRecord record) {
        return switch (record) {
            case ProvisionAccount provision -> Optional.of(() -> provision(provision));
            case RegisterMethod register -> Optional.of(() -> register(register));
            case ConfirmMethod confirm -> Optional.of(() -> confirm(confirm));
            case ReconfirmTick tick -> Optional.of(() -> tick(tick));
            case CodeVerified verified -> Optional.of(() -> verified(verified));
            default -> Optional.empty();
        };
    }

    private Prepared<MethodCommand> provision(ProvisionAccount record) {
        var metadata = record.getMetadata();
        var command = new MethodCommand.ProvisionAccount(
                key(metadata),
                new DirectoryEntry(
                        record.getDirectoryObjectId(),
                        record.getEnabled(),
                        record.getGroups(),
                        record.getAdministrator()),
                Constants.passwordManagement(record.getPasswordManagement()),
                open(record.getSignInAddress(), AssociatedData.SIGN_IN_ADDRESS, metadata),
                open(record.getDisplayName(), AssociatedData.DISPLAY_NAME, metadata),
                new Place(record.getRegion(), record.getLocale(), record.getTimeZone()));
        return new Prepared<>(command, CanonicalContent.of(command));
    }

    private Prepared<MethodCommand> register(RegisterMethod record) {
        var metadata = record.getMetadata();
        var command = new MethodCommand.RegisterMethod(
                key(metadata),
                Constants.kind(record.getKind()),
                Constants.channel(record.getKind(), record.getChannel()),
                opener.open(record.getDestination(), belongsTo(metadata, AssociatedData.DESTINATION)));
        return new Prepared<>(command, CanonicalContent.of(command));
    }

    private static Prepared<MethodCommand> confirm(ConfirmMethod record) {
        var methods = record.getMethodIds().stream().map(MethodId::new).toList();
        var command = new MethodCommand.ConfirmMethod(key(record.getMetadata()), methods);
        return new Prepared<>(command, CanonicalContent.of(command));
    }

    private static Prepared<MethodCommand> tick(ReconfirmTick record) {
        var command = new MethodCommand.ReconfirmTick(key(record.getMetadata()), record.getAsOf());
        return new Prepared<>(command, CanonicalContent.of(command));
    }

    private static Prepared<MethodCommand> verified(CodeVerified record) {
        var metadata = record.getMetadata();
        var command = new MethodCommand.CodeVerified(
                new AggregateKey(metadata.getTenantId(), metadata.getUserId()), new MethodId(record.getMethodId()));
        return new Prepared<>(command, CanonicalContent.of(command));
    }

    private @Nullable Opened open(@Nullable Sealed sealed, String purpose, CommandMetadata metadata) {
        return sealed == null ? null : opener.open(sealed, belongsTo(metadata, purpose));
    }

    private static AssociatedData belongsTo(CommandMetadata metadata, String purpose) {
        return new AssociatedData(purpose, key(metadata), metadata.getCommandId());
    }

    private static AggregateKey key(CommandMetadata metadata) {
        return new AggregateKey(metadata.getTenantId(), metadata.getUserId());
    }
}

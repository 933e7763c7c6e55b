package io.latchkey.verification.kafka;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.Preparation;
import io.latchkey.messaging.engine.Preparation.Prepared;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.LengthPrefixed;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.MethodPrepopulated;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.MethodRemoved;
import io.latchkey.schemas.ResendCode;
import io.latchkey.schemas.SubmitCode;
import io.latchkey.verification.code.Channel;
import io.latchkey.verification.code.CodeId;
import io.latchkey.verification.code.Destination;
import io.latchkey.verification.code.Method;
import io.latchkey.verification.code.MethodId;
import io.latchkey.verification.code.MethodKind;
import io.latchkey.verification.code.Standing;
import io.latchkey.verification.code.VerificationCommand;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Avro to commands: opens submitted codes, keeps destinations sealed, judges nothing. */
record VerificationCommands(Opener opener) {

    Optional<Preparation<VerificationCommand>> read(SpecificRecord record) {
        return switch (record) {
            case AccountProvisioned provisioned -> Optional.of(() -> event(provisioned(provisioned)));
            case MethodRegistered registered -> Optional.of(() -> event(registered(registered)));
            case MethodRemoved removed -> Optional.of(() -> event(removed(removed)));
            case MethodPrepopulated prepopulated -> prepopulated(prepopulated);
            case AccountErased erased -> Optional.of(() -> event(erased(erased)));
            case SubmitCode submit -> Optional.of(() -> submit(submit));
            case ResendCode resend -> Optional.of(() -> resend(resend));
            default -> Optional.empty();
        };
    }

    private static VerificationCommand provisioned(AccountProvisioned record) {
        var standing = new Standing(record.getGeneration(), record.getEnabled());
        return new VerificationCommand.AccountProvisioned(account(record.getMetadata()), standing);
    }

    /** Fails for a kind or channel newer than this service: a dead letter, to be redriven when it has caught up. */
    private static VerificationCommand registered(MethodRegistered record) {
        var destination = new Destination(
                Seals.opaque(record.getDestination()), Seals.opaque(record.getDestinationHash()), record.getMask());
        var method = new Method(
                new MethodId(record.getMethodId()),
                MethodKind.valueOf(record.getKind().name()),
                Channel.valueOf(record.getChannel().name()),
                destination,
                record.getLocale());
        return new VerificationCommand.MethodRegistered(account(record.getMetadata()), method, record.getRequestedAt());
    }

    private static VerificationCommand removed(MethodRemoved record) {
        return new VerificationCommand.MethodRemoved(new MethodId(record.getMethodId()));
    }

    /** What is put down gets no code yet; what it takes the place of may have one. */
    private static Optional<Preparation<VerificationCommand>> prepopulated(MethodPrepopulated record) {
        return Optional.ofNullable(record.getReplacedMethodId())
                .map(MethodId::new)
                .map(method -> () -> event(new VerificationCommand.MethodReplaced(method)));
    }

    private static VerificationCommand erased(AccountErased record) {
        return new VerificationCommand.AccountErased(record.getGeneration());
    }

    private Prepared<VerificationCommand> submit(SubmitCode record) {
        var metadata = record.getMetadata();
        var belongsTo = new AssociatedData(AssociatedData.CODE, account(metadata), metadata.getCommandId());
        var command = new VerificationCommand.SubmitCode(
                new CodeId(record.getCodeId()), opener.open(record.getCode(), belongsTo));
        return new Prepared<>(command, content("SubmitCode", record.getCodeId()));
    }

    private static Prepared<VerificationCommand> resend(ResendCode record) {
        var command = new VerificationCommand.ResendCode(new MethodId(record.getMethodId()));
        return new Prepared<>(command, content("ResendCode", record.getMethodId()));
    }

    /** Repeated events are known by their sequence, not by their content. */
    private static Prepared<VerificationCommand> event(VerificationCommand event) {
        return new Prepared<>(event, new byte[0]);
    }

    private static byte[] content(String type, Object field) {
        return LengthPrefixed.of(type, field.toString());
    }

    private static AggregateKey account(EventMetadata metadata) {
        return new AggregateKey(metadata.getTenantId(), metadata.getUserId());
    }

    private static AggregateKey account(CommandMetadata metadata) {
        return new AggregateKey(metadata.getTenantId(), metadata.getUserId());
    }
}

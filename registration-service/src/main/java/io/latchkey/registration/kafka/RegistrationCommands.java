package io.latchkey.registration.kafka;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.engine.Preparation;
import io.latchkey.messaging.engine.Preparation.Prepared;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.registration.account.DirectoryEntry;
import io.latchkey.registration.account.Place;
import io.latchkey.registration.method.MethodCommand;
import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.question.AnswerPreparation;
import io.latchkey.registration.question.SubmittedAnswer;
import io.latchkey.schemas.Channel;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.CompleteRegistration;
import io.latchkey.schemas.ConfirmMethod;
import io.latchkey.schemas.ContactAdministrator;
import io.latchkey.schemas.EraseUser;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.GuessesExhausted;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.PrepopulateMethod;
import io.latchkey.schemas.ProvisionAccount;
import io.latchkey.schemas.ReconfirmTick;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.RegisterSecurityAnswers;
import io.latchkey.schemas.RemoveMethod;
import io.latchkey.schemas.RemoveMethodAsAdministrator;
import io.latchkey.schemas.RequireReregistration;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SetOfficePhone;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Avro to commands: opens what is sealed and judges nothing. */
record RegistrationCommands(Opener opener, AnswerPreparation answers) {

    Optional<Preparation<MethodCommand>> read(SpecificRecord record) {
        return switch (record) {
            case ProvisionAccount provision -> Optional.of(() -> provision(provision));
            case RegisterMethod register -> Optional.of(() -> register(register));
            case ConfirmMethod confirm -> Optional.of(() -> confirm(confirm));
            case RemoveMethod remove -> Optional.of(() -> remove(remove));
            case RegisterSecurityAnswers register -> Optional.of(() -> answers(register));
            case CompleteRegistration complete ->
                Optional.of(() -> prepared(new MethodCommand.CompleteRegistration(key(complete.getMetadata()))));
            case ContactAdministrator contact ->
                Optional.of(() -> prepared(new MethodCommand.ContactAdministrator(key(contact.getMetadata()))));
            case PrepopulateMethod prepopulate -> Optional.of(() -> prepopulate(prepopulate));
            case SetOfficePhone set -> Optional.of(() -> officePhone(set));
            case RemoveMethodAsAdministrator remove -> Optional.of(() -> remove(remove));
            case RequireReregistration require ->
                Optional.of(() -> prepared(new MethodCommand.RequireReregistration(key(require.getMetadata()))));
            case EraseUser erase -> Optional.of(() -> prepared(new MethodCommand.EraseUser(key(erase.getMetadata()))));
            case ReconfirmTick tick ->
                Optional.of(() -> prepared(new MethodCommand.ReconfirmTick(key(tick.getMetadata()), tick.getAsOf())));
            case CodeVerified verified ->
                Optional.of(() -> prepared(new MethodCommand.CodeVerified(
                        key(verified.getMetadata()), new MethodId(verified.getMethodId()))));
            case GuessesExhausted exhausted ->
                Optional.of(() -> prepared(
                        new MethodCommand.GuessesExhausted(key(exhausted.getMetadata()), exhausted.getLockedUntil())));
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
        return prepared(command);
    }

    private Prepared<MethodCommand> register(RegisterMethod record) {
        var metadata = record.getMetadata();
        return prepared(new MethodCommand.RegisterMethod(
                key(metadata), wish(record.getKind(), record.getChannel(), record.getDestination(), metadata)));
    }

    private Prepared<MethodCommand> prepopulate(PrepopulateMethod record) {
        var metadata = record.getMetadata();
        return prepared(new MethodCommand.PrepopulateMethod(
                key(metadata), wish(record.getKind(), record.getChannel(), record.getDestination(), metadata)));
    }

    private Prepared<MethodCommand> officePhone(SetOfficePhone record) {
        var metadata = record.getMetadata();
        var wish = new MethodCommand.Wish(
                io.latchkey.registration.policy.MethodKind.OFFICE_PHONE,
                io.latchkey.registration.destination.Channel.VOICE,
                opener.open(record.getDestination(), belongsTo(metadata, AssociatedData.DESTINATION)));
        return prepared(new MethodCommand.PrepopulateMethod(key(metadata), wish));
    }

    /** An office phone has a command of its own. */
    private MethodCommand.Wish wish(
            MethodKind kind, @Nullable Channel channel, Sealed destination, CommandMetadata metadata) {
        return new MethodCommand.Wish(
                Constants.kind(kind),
                Constants.channel(kind, channel),
                opener.open(destination, belongsTo(metadata, AssociatedData.DESTINATION)));
    }

    private static Prepared<MethodCommand> confirm(ConfirmMethod record) {
        var methods = record.getMethodIds().stream().map(MethodId::new).toList();
        return prepared(new MethodCommand.ConfirmMethod(key(record.getMetadata()), methods));
    }

    private static Prepared<MethodCommand> remove(RemoveMethod record) {
        return prepared(new MethodCommand.RemoveMethod(key(record.getMetadata()), new MethodId(record.getMethodId())));
    }

    private static Prepared<MethodCommand> remove(RemoveMethodAsAdministrator record) {
        return prepared(new MethodCommand.RemoveMethodAsAdministrator(
                key(record.getMetadata()), new MethodId(record.getMethodId())));
    }

    private Prepared<MethodCommand> answers(RegisterSecurityAnswers record) {
        var metadata = record.getMetadata();
        var submitted = record.getAnswers().stream()
                .map(answer -> new SubmittedAnswer(
                        answer.getQuestionId(),
                        opener.open(
                                answer.getAnswer(),
                                belongsTo(metadata, AssociatedData.ANSWER + answer.getQuestionId()))))
                .toList();
        return prepared(new MethodCommand.RegisterSecurityAnswers(
                key(metadata), answers.prepare(key(metadata), metadata.getCommandId(), submitted)));
    }

    private static Prepared<MethodCommand> prepared(MethodCommand command) {
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

    private static AggregateKey key(EventMetadata metadata) {
        return new AggregateKey(metadata.getTenantId(), metadata.getUserId());
    }
}

package io.latchkey.registration.kafka;

import static io.latchkey.messaging.sealing.AssociatedData.ANSWER;
import static io.latchkey.messaging.sealing.AssociatedData.DESTINATION;
import static io.latchkey.messaging.sealing.AssociatedData.DISPLAY_NAME;
import static io.latchkey.messaging.sealing.AssociatedData.SIGN_IN_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.engine.Preparation.Prepared;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.HpkeOpener;
import io.latchkey.messaging.sealing.HpkeSealer;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.messaging.sealing.SealingKeys;
import io.latchkey.registration.account.DirectoryEntry;
import io.latchkey.registration.account.Place;
import io.latchkey.registration.argon2.Argon2Answers;
import io.latchkey.registration.method.MethodCommand;
import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.question.AnswerPreparation;
import io.latchkey.registration.question.PreparedAnswer;
import io.latchkey.schemas.Channel;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.CompleteRegistration;
import io.latchkey.schemas.ConfirmMethod;
import io.latchkey.schemas.ContactAdministrator;
import io.latchkey.schemas.EraseUser;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.PasswordManagement;
import io.latchkey.schemas.PrepopulateMethod;
import io.latchkey.schemas.ProvisionAccount;
import io.latchkey.schemas.ReconfirmTick;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.RegisterSecurityAnswers;
import io.latchkey.schemas.RemoveMethod;
import io.latchkey.schemas.RemoveMethodAsAdministrator;
import io.latchkey.schemas.RequireReregistration;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SecurityAnswer;
import io.latchkey.schemas.SetOfficePhone;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegistrationCommandsTest {

    private static final AggregateKey KEY = new AggregateKey("contoso", "u-1");
    private static final UUID COMMAND = new UUID(0, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final SealingKeys KEYS = SealingKeys.generate(KeyOwner.REGISTRATION);
    private static final Sealer SEALER = new HpkeSealer(owner -> KEYS.primary(), InstantSource.system());
    private static final RegistrationCommands COMMANDS =
            new RegistrationCommands(new HpkeOpener(KEYS), new AnswerPreparation(new Argon2Answers(new byte[32])));

    @Test
    void opensADestination() {
        assertThat(read(register("+49 1512 3456789", null)).command())
                .isEqualTo(new MethodCommand.RegisterMethod(
                        KEY,
                        io.latchkey.registration.policy.MethodKind.MOBILE_PHONE,
                        io.latchkey.registration.destination.Channel.SMS,
                        new Opened.Readable("+49 1512 3456789")));
    }

    @Test
    @Tag("SPEC-1.2d")
    @Tag("SPEC-1.2e")
    void opensWhatNamesAPerson() {
        assertThat(read(provision(record -> {})).command())
                .isEqualTo(new MethodCommand.ProvisionAccount(
                        KEY,
                        new DirectoryEntry("object-1", true, List.of("staff"), true),
                        io.latchkey.registration.account.PasswordManagement.CLOUD,
                        new Opened.Readable("ada@contoso.com"),
                        new Opened.Readable("Ada"),
                        new Place("DE", "de", "Europe/Berlin")));
    }

    static Stream<AssociatedData> otherOwners() {
        return Stream.of(
                new AssociatedData(DESTINATION, new AggregateKey("contoso", "u-2"), COMMAND),
                new AssociatedData(DESTINATION, new AggregateKey("fabrikam", "u-1"), COMMAND),
                new AssociatedData(DESTINATION, KEY, new UUID(0, 2)),
                new AssociatedData(SIGN_IN_ADDRESS, KEY, COMMAND));
    }

    @ParameterizedTest
    @MethodSource("otherOwners")
    void cannotReadWhatWasSealedForAnother(AssociatedData belongsTo) {
        var sealed = SEALER.seal(KeyOwner.REGISTRATION, belongsTo, "+4915123456789");
        assertThat(destination(sealed)).isEqualTo(new Opened.Unreadable());
    }

    @Test
    void cannotReadWhatWasSealedForAnotherRecipientOrAnUnknownKey() {
        var notification = SealingKeys.generate(KeyOwner.NOTIFICATION);
        var sealed = new HpkeSealer(owner -> notification.primary(), InstantSource.system())
                .seal(KeyOwner.NOTIFICATION, new AssociatedData(DESTINATION, KEY, COMMAND), "+4915123456789");
        assertThat(destination(sealed)).isEqualTo(new Opened.Unreadable());
    }

    @Test
    void aConstantOfALaterVersionIsNoConstant() {
        var later = new RegisterMethod(metadata(), MethodKind.UNKNOWN, Channel.UNKNOWN, seal(DESTINATION, "x"));
        assertThat(read(later).command())
                .isEqualTo(new MethodCommand.RegisterMethod(KEY, null, null, new Opened.Readable("x")));
    }

    @Test
    void readsConfirmationsTicksAndProofs() {
        var method = new UUID(0, 7);
        assertThat(read(new ConfirmMethod(metadata(), List.of(method))).command())
                .isEqualTo(new MethodCommand.ConfirmMethod(KEY, List.of(new MethodId(method))));
        assertThat(read(new ReconfirmTick(metadata(), NOON)).command())
                .isEqualTo(new MethodCommand.ReconfirmTick(KEY, NOON));
        assertThat(read(new CodeVerified(eventMetadata(), new UUID(0, 8), method))
                        .command())
                .isEqualTo(new MethodCommand.CodeVerified(KEY, new MethodId(method)));
    }

    @Test
    void readsWhatPeopleAsk() {
        var method = new UUID(0, 7);

        assertThat(read(new RemoveMethod(metadata(), method)).command())
                .isEqualTo(new MethodCommand.RemoveMethod(KEY, new MethodId(method)));
        assertThat(read(new CompleteRegistration(metadata())).command())
                .isEqualTo(new MethodCommand.CompleteRegistration(KEY));
        assertThat(read(new ContactAdministrator(metadata())).command())
                .isEqualTo(new MethodCommand.ContactAdministrator(KEY));
    }

    @Test
    @Tag("SPEC-2.1c")
    @Tag("SPEC-2.1d")
    @Tag("SPEC-2.4a")
    void readsWhatAdministratorsPutDown() {
        var phone = PrepopulateMethod.newBuilder()
                .setMetadata(metadata())
                .setKind(MethodKind.MOBILE_PHONE)
                .setDestination(seal(DESTINATION, "+49 1512 3456789"))
                .build();
        var office = new SetOfficePhone(metadata(), seal(DESTINATION, "+49 30 123456 x12"));

        assertThat(read(phone).command())
                .isEqualTo(new MethodCommand.PrepopulateMethod(
                        KEY,
                        new MethodCommand.Wish(
                                io.latchkey.registration.policy.MethodKind.MOBILE_PHONE,
                                io.latchkey.registration.destination.Channel.SMS,
                                new Opened.Readable("+49 1512 3456789"))));
        assertThat(read(office).command())
                .isEqualTo(new MethodCommand.PrepopulateMethod(
                        KEY,
                        new MethodCommand.Wish(
                                io.latchkey.registration.policy.MethodKind.OFFICE_PHONE,
                                io.latchkey.registration.destination.Channel.VOICE,
                                new Opened.Readable("+49 30 123456 x12"))));
    }

    @Test
    void readsWhatElseAdministratorsDo() {
        var method = new UUID(0, 7);

        assertThat(read(new RemoveMethodAsAdministrator(metadata(), method)).command())
                .isEqualTo(new MethodCommand.RemoveMethodAsAdministrator(KEY, new MethodId(method)));
        assertThat(read(new RequireReregistration(metadata())).command())
                .isEqualTo(new MethodCommand.RequireReregistration(KEY));
        assertThat(read(new EraseUser(metadata())).command()).isEqualTo(new MethodCommand.EraseUser(KEY));
    }

    @Test
    @Tag("SPEC-2.5h")
    void ofAnAnswerTheHashAloneIsToBeKept() {
        var answer = new SecurityAnswer("hiding-place", seal(ANSWER + "hiding-place", "Under the Stairs"));
        var command = (MethodCommand.RegisterSecurityAnswers)
                read(new RegisterSecurityAnswers(metadata(), List.of(answer))).command();

        var hashed = (PreparedAnswer.Hashed) command.answers().answers().getFirst();
        assertThat(hashed.hash().phc()).startsWith("$argon2id$").doesNotContainIgnoringCase("stairs");
    }

    @Test
    void doesNotReactToWhatPortalsAreTold() {
        var issued = CodeIssued.newBuilder()
                .setMetadata(eventMetadata())
                .setCodeId(COMMAND)
                .setMethodId(COMMAND)
                .setChannel(Channel.SMS)
                .setMask("•••• •••• 42")
                .setNumber(1)
                .setExpiresAt(NOON)
                .build();
        assertThat(COMMANDS.read(issued)).isEmpty();
    }

    @Test
    void theSameWishSealedAfreshHasTheSameContent() {
        assertThat(read(register("+49 1512 3456789", Channel.SMS)).content())
                .isEqualTo(read(register("+49 1512 3456789", null)).content());
        assertThat(read(provision(record -> {})).content())
                .isEqualTo(read(provision(record -> {})).content());
    }

    @Test
    void anotherDestinationKindOrChannelIsOtherContent() {
        assertThat(read(register("+49 1512 3456789", Channel.SMS)).content())
                .isNotEqualTo(read(register("+49 1512 3456780", Channel.SMS)).content())
                .isNotEqualTo(read(register("+49 1512 3456789", Channel.VOICE)).content())
                .isNotEqualTo(read(new RegisterMethod(
                                metadata(), MethodKind.EMAIL, Channel.SMS, seal(DESTINATION, "+49 1512 3456789")))
                        .content());
    }

    static Stream<Consumer<ProvisionAccount.Builder>> changes() {
        return Stream.of(
                record -> record.setDirectoryObjectId("object-2"),
                record -> record.setEnabled(false),
                record -> record.setGroups(List.of()),
                record -> record.setGroups(List.of("staff", "object-1")),
                record -> record.setAdministrator(false),
                record -> record.setPasswordManagement(PasswordManagement.FEDERATED),
                record -> record.setSignInAddress(null),
                record -> record.setSignInAddress(seal(SIGN_IN_ADDRESS, "eve@contoso.com")),
                record -> record.setDisplayName(null),
                record -> record.setDisplayName(seal(DISPLAY_NAME, "-")),
                record -> record.setRegion("AT"),
                record -> record.setLocale("de-AT"),
                record -> record.setTimeZone("Europe/Vienna"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    @Tag("SPEC-1.2d")
    void anyChangeOfAnAccountIsOtherContent(Consumer<ProvisionAccount.Builder> change) {
        assertThat(read(provision(change)).content())
                .isNotEqualTo(read(provision(record -> {})).content());
    }

    @Test
    void differentCommandsHaveDifferentContent() {
        var method = new UUID(0, 7);
        assertThat(read(new ConfirmMethod(metadata(), List.of(method))).content())
                .isNotEqualTo(read(new ConfirmMethod(metadata(), List.of(method, new UUID(0, 8))))
                        .content())
                .isNotEqualTo(read(register(method.toString(), null)).content());
    }

    private static Opened destination(Sealed sealed) {
        var command = read(new RegisterMethod(metadata(), MethodKind.MOBILE_PHONE, null, sealed))
                .command();
        return ((MethodCommand.RegisterMethod) command).wish().destination();
    }

    private static Prepared<MethodCommand> read(SpecificRecord record) {
        return COMMANDS.read(record).orElseThrow().prepare();
    }

    private static RegisterMethod register(String text, @Nullable Channel channel) {
        return RegisterMethod.newBuilder()
                .setMetadata(metadata())
                .setKind(MethodKind.MOBILE_PHONE)
                .setChannel(channel)
                .setDestination(seal(DESTINATION, text))
                .build();
    }

    private static ProvisionAccount provision(Consumer<ProvisionAccount.Builder> change) {
        var record = ProvisionAccount.newBuilder()
                .setMetadata(metadata())
                .setDirectoryObjectId("object-1")
                .setEnabled(true)
                .setGroups(List.of("staff"))
                .setAdministrator(true)
                .setPasswordManagement(PasswordManagement.CLOUD)
                .setSignInAddress(seal(SIGN_IN_ADDRESS, "ada@contoso.com"))
                .setDisplayName(seal(DISPLAY_NAME, "Ada"))
                .setRegion("DE")
                .setLocale("de")
                .setTimeZone("Europe/Berlin");
        change.accept(record);
        return record.build();
    }

    private static Sealed seal(String purpose, String value) {
        return SEALER.seal(KeyOwner.REGISTRATION, new AssociatedData(purpose, KEY, COMMAND), value);
    }

    private static CommandMetadata metadata() {
        return CommandMetadata.newBuilder()
                .setCommandId(COMMAND)
                .setTenantId(KEY.tenantId())
                .setUserId(KEY.userId())
                .setOccurredAt(NOON)
                .setCorrelationId(UUID.randomUUID())
                .build();
    }

    private static EventMetadata eventMetadata() {
        return EventMetadata.newBuilder()
                .setEventId(COMMAND)
                .setTenantId(KEY.tenantId())
                .setUserId(KEY.userId())
                .setSequence(1)
                .setEpoch(NOON)
                .setOccurredAt(NOON)
                .setCorrelationId(COMMAND)
                .build();
    }
}

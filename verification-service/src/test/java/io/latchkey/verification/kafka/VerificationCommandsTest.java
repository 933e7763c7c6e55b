package io.latchkey.verification.kafka;

import static io.latchkey.messaging.sealing.AssociatedData.CODE;
import static io.latchkey.messaging.sealing.AssociatedData.DESTINATION;
import static io.latchkey.verification.kafka.Samples.ACCOUNT;
import static io.latchkey.verification.kafka.Samples.COMMAND;
import static io.latchkey.verification.kafka.Samples.METHOD;
import static io.latchkey.verification.kafka.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.engine.Preparation.Prepared;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.HpkeOpener;
import io.latchkey.messaging.sealing.HpkeSealer;
import io.latchkey.messaging.sealing.SealingKeys;
import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.Actor;
import io.latchkey.schemas.Channel;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodPrepopulated;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.MethodRemoved;
import io.latchkey.schemas.ResendCode;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SubmitCode;
import io.latchkey.verification.code.MethodId;
import io.latchkey.verification.code.Standing;
import io.latchkey.verification.code.VerificationCommand;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerificationCommandsTest {

    private static final String DIGITS = "012345";
    private static final SealingKeys KEYS = SealingKeys.generate(KeyOwner.VERIFICATION);
    private static final VerificationCommands COMMANDS = new VerificationCommands(new HpkeOpener(KEYS));

    @Test
    void opensASubmittedCode() {
        assertThat(read(submit(Samples.CODE.value(), seal(new AssociatedData(CODE, ACCOUNT, COMMAND), DIGITS)))
                        .command())
                .isEqualTo(new VerificationCommand.SubmitCode(Samples.CODE, new Opened.Readable(DIGITS)));
    }

    static Stream<AssociatedData> otherOwners() {
        return Stream.of(
                new AssociatedData(CODE, new AggregateKey("acme", "u-2"), COMMAND),
                new AssociatedData(CODE, new AggregateKey("umbrella", "u-1"), COMMAND),
                new AssociatedData(CODE, ACCOUNT, METHOD),
                new AssociatedData(DESTINATION, ACCOUNT, COMMAND));
    }

    @ParameterizedTest
    @MethodSource("otherOwners")
    void cannotReadACodeThatWasSealedForAnother(AssociatedData belongsTo) {
        assertThat(read(submit(Samples.CODE.value(), seal(belongsTo, DIGITS))).command())
                .isEqualTo(new VerificationCommand.SubmitCode(Samples.CODE, new Opened.Unreadable()));
    }

    @Test
    void keepsADestinationSealed() {
        assertThat(read(registered(MethodKind.MOBILE_PHONE, Channel.SMS)).command())
                .isEqualTo(new VerificationCommand.MethodRegistered(ACCOUNT, Samples.PHONE, NOON));
    }

    @Test
    void aMethodNewerThanThisServiceFailsUntilTheServiceIsNewer() {
        assertThatThrownBy(() -> read(registered(MethodKind.UNKNOWN, Channel.SMS)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read(registered(MethodKind.MOBILE_PHONE, Channel.UNKNOWN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAccountsAndWishesForCodes() {
        assertThat(read(new AccountProvisioned(Samples.event(), 2L, true)).command())
                .isEqualTo(new VerificationCommand.AccountProvisioned(ACCOUNT, new Standing(2, true)));
        assertThat(read(new AccountProvisioned(Samples.event(), 2L, false)).command())
                .isEqualTo(new VerificationCommand.AccountProvisioned(ACCOUNT, new Standing(2, false)));
        assertThat(read(new ResendCode(Samples.command(), METHOD)).command())
                .isEqualTo(new VerificationCommand.ResendCode(new MethodId(METHOD)));
    }

    @Test
    void readsWhatIsNoMore() {
        assertThat(read(MethodRemoved.newBuilder()
                                .setMetadata(Samples.event())
                                .setMethodId(METHOD)
                                .setKind(MethodKind.SECURITY_QUESTIONS)
                                .setRemovedBy(Actor.PERSON)
                                .setProven(true)
                                .build())
                        .command())
                .isEqualTo(new VerificationCommand.MethodRemoved(new MethodId(METHOD)));
        assertThat(read(AccountErased.newBuilder()
                                .setMetadata(Samples.event())
                                .setGeneration(3)
                                .setForgottenAt(NOON)
                                .build())
                        .command())
                .isEqualTo(new VerificationCommand.AccountErased(3));
    }

    @Test
    void whatIsPutDownMattersOnlyToWhatItTakesThePlaceOf() {
        assertThat(read(prepopulated(METHOD)).command())
                .isEqualTo(new VerificationCommand.MethodReplaced(new MethodId(METHOD)));
        assertThat(COMMANDS.read(prepopulated(null))).isEmpty();
    }

    private static MethodPrepopulated prepopulated(@Nullable UUID replaced) {
        return MethodPrepopulated.newBuilder()
                .setMetadata(Samples.event())
                .setMethodId(COMMAND)
                .setKind(MethodKind.EMAIL)
                .setChannel(Channel.EMAIL)
                .setMask("a•••••@•••••")
                .setReplacedMethodId(replaced)
                .build();
    }

    @Test
    void doesNotReactToItsOwnEvents() {
        assertThat(COMMANDS.read(new CodeVerified(Samples.event(), COMMAND, METHOD)))
                .isEmpty();
    }

    @Test
    void theContentTellsCommandsApartAndHoldsNoDigits() {
        var belongsTo = new AssociatedData(CODE, ACCOUNT, COMMAND);
        var content = read(submit(METHOD, seal(belongsTo, DIGITS))).content();

        assertThat(content)
                .isEqualTo(read(submit(METHOD, seal(belongsTo, "543210"))).content())
                .isNotEqualTo(read(submit(COMMAND, seal(belongsTo, DIGITS))).content())
                .isNotEqualTo(read(new ResendCode(Samples.command(), METHOD)).content());
    }

    private static Prepared<VerificationCommand> read(SpecificRecord record) {
        return COMMANDS.read(record).orElseThrow().prepare();
    }

    private static Sealed seal(AssociatedData belongsTo, String digits) {
        return new HpkeSealer(owner -> KEYS.primary(), InstantSource.system())
                .seal(KeyOwner.VERIFICATION, belongsTo, digits);
    }

    private static SubmitCode submit(UUID codeId, Sealed code) {
        return new SubmitCode(Samples.command(), codeId, code);
    }

    private static MethodRegistered registered(MethodKind kind, Channel channel) {
        return MethodRegistered.newBuilder()
                .setMetadata(Samples.event())
                .setMethodId(METHOD)
                .setKind(kind)
                .setChannel(channel)
                .setDestination(Samples.SEALED)
                .setDestinationHash(Samples.buffer(6, 7))
                .setMask("•••••12")
                .setLocale("de")
                .setRequestedAt(NOON)
                .build();
    }
}

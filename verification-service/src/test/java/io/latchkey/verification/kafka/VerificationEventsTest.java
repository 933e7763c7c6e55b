package io.latchkey.verification.kafka;

import static io.latchkey.verification.kafka.Samples.ACCOUNT;
import static io.latchkey.verification.kafka.Samples.CODE;
import static io.latchkey.verification.kafka.Samples.EXPIRY;
import static io.latchkey.verification.kafka.Samples.METHOD;
import static io.latchkey.verification.kafka.Samples.NOON;
import static io.latchkey.verification.kafka.Samples.OLD_CODE;
import static io.latchkey.verification.kafka.Samples.PHONE;
import static io.latchkey.verification.kafka.Samples.SEALED;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.HpkeOpener;
import io.latchkey.messaging.sealing.HpkeSealer;
import io.latchkey.messaging.sealing.SealingKeys;
import io.latchkey.schemas.Channel;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.GuessesExhausted;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.SendCode;
import io.latchkey.verification.code.Code;
import io.latchkey.verification.code.MethodId;
import io.latchkey.verification.code.VerificationOutcome;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class VerificationEventsTest {

    private static final String DIGITS = "012345";
    private static final VerificationOutcome.CodeIssued ISSUED =
            new VerificationOutcome.CodeIssued(CODE, PHONE, 2, EXPIRY, OLD_CODE);
    private static final SealingKeys NOTIFICATION = SealingKeys.generate(KeyOwner.NOTIFICATION);

    private final VerificationEvents events =
            new VerificationEvents(new HpkeSealer(owner -> NOTIFICATION.primary(), InstantSource.system()));

    @Test
    void aCodeIsToldWithoutItsDigits() {
        assertThat(events.write(ISSUED, Samples.event()))
                .isEqualTo(new CodeIssued(
                        Samples.event(), CODE.value(), METHOD, Channel.SMS, "•••••12", 2, EXPIRY, OLD_CODE.value()));
    }

    @Test
    void theDigitsAreForNotificationAloneAndForThisCodeAlone() {
        var sent = send();

        assertThat(new HpkeOpener(NOTIFICATION)
                        .open(sent.getCode(), new AssociatedData(AssociatedData.CODE, ACCOUNT, CODE.value())))
                .isEqualTo(new Opened.Readable(DIGITS));
        assertThat(new HpkeOpener(NOTIFICATION)
                        .open(sent.getCode(), new AssociatedData(AssociatedData.CODE, ACCOUNT, OLD_CODE.value())))
                .isEqualTo(new Opened.Unreadable());
    }

    @Test
    void theDestinationGoesOnAsItCame() {
        var sent = send();

        assertThat(sent.getDestination()).isEqualTo(SEALED);
        assertThat(sent)
                .isEqualTo(new SendCode(
                        Samples.event(),
                        CODE.value(),
                        METHOD,
                        Channel.SMS,
                        SEALED,
                        sent.getCode(),
                        2,
                        "de",
                        NOON,
                        EXPIRY,
                        OLD_CODE.value()));
    }

    @Test
    void proofsAndSpentGuessesAreTold() {
        var method = new MethodId(METHOD);

        assertThat(events.write(new VerificationOutcome.CodeVerified(CODE, method), Samples.event()))
                .isEqualTo(new CodeVerified(Samples.event(), CODE.value(), METHOD));
        assertThat(events.write(new VerificationOutcome.GuessesExhausted(method, EXPIRY), Samples.event()))
                .isEqualTo(new GuessesExhausted(Samples.event(), METHOD, EXPIRY));
        assertThat(events.write(new VerificationOutcome.GuessesExhausted(method, null), Samples.event()))
                .isEqualTo(new GuessesExhausted(Samples.event(), METHOD, null));
    }

    private SendCode send() {
        return (SendCode)
                events.write(new VerificationOutcome.SendCode(ISSUED, new Code(DIGITS), NOON), Samples.event());
    }
}

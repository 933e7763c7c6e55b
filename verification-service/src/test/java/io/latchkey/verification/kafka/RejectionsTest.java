package io.latchkey.verification.kafka;

import static io.latchkey.verification.kafka.Samples.CODE;
import static io.latchkey.verification.kafka.Samples.COMMAND;
import static io.latchkey.verification.kafka.Samples.METHOD;
import static io.latchkey.verification.kafka.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CodeRejectionReason;
import io.latchkey.verification.code.CodeId;
import io.latchkey.verification.code.MethodId;
import io.latchkey.verification.code.Rejection;
import io.latchkey.verification.code.Rejection.AccountDisabled;
import io.latchkey.verification.code.Rejection.AlreadyProven;
import io.latchkey.verification.code.Rejection.CommandIdReused;
import io.latchkey.verification.code.Rejection.Expired;
import io.latchkey.verification.code.Rejection.InvalidField;
import io.latchkey.verification.code.Rejection.Locked;
import io.latchkey.verification.code.Rejection.RateLimited;
import io.latchkey.verification.code.Rejection.Superseded;
import io.latchkey.verification.code.Rejection.UnknownCode;
import io.latchkey.verification.code.Rejection.UnknownMethod;
import io.latchkey.verification.code.Rejection.UnreadableField;
import io.latchkey.verification.code.Rejection.WrongCode;
import io.latchkey.verification.code.VerificationOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RejectionsTest {

    private static final CodeId SUPERSEDED = new CodeId(new UUID(9, 9));

    private static final Map<Rejection, CodeRejectionReason> REASONS = Map.ofEntries(
            Map.entry(new WrongCode(3, null), CodeRejectionReason.WRONG_CODE),
            Map.entry(new WrongCode(0, null), CodeRejectionReason.WRONG_CODE),
            Map.entry(new WrongCode(0, NOON), CodeRejectionReason.WRONG_CODE),
            Map.entry(new Expired(), CodeRejectionReason.EXPIRED),
            Map.entry(new Superseded(), CodeRejectionReason.SUPERSEDED),
            Map.entry(new Locked(null), CodeRejectionReason.LOCKED),
            Map.entry(new Locked(NOON), CodeRejectionReason.LOCKED),
            Map.entry(new UnknownCode(), CodeRejectionReason.UNKNOWN_CODE),
            Map.entry(new UnknownMethod(true), CodeRejectionReason.UNKNOWN_METHOD),
            Map.entry(new AccountDisabled(), CodeRejectionReason.ACCOUNT_DISABLED),
            Map.entry(new AlreadyProven(), CodeRejectionReason.ALREADY_PROVEN),
            Map.entry(new UnreadableField("code"), CodeRejectionReason.UNREADABLE_FIELD),
            Map.entry(new InvalidField("code"), CodeRejectionReason.INVALID_FIELD),
            Map.entry(new CommandIdReused(COMMAND), CodeRejectionReason.COMMAND_ID_REUSED),
            Map.entry(new RateLimited(NOON, true), CodeRejectionReason.RATE_LIMITED));

    static Set<Rejection> all() {
        return REASONS.keySet();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyRejectionHasItsReasonAndAMessageForPeople(Rejection why) {
        var record = write(why);

        assertThat(record.getReason()).isEqualTo(REASONS.get(why));
        assertThat(record.getMessage()).matches("[A-Z].*\\.").hasSizeLessThan(120);
        assertThat(record.getField()).isEqualTo(why.field());
        assertThat(record.getRetriable()).isEqualTo(why.retriable());
        assertThat(record.getCodeId()).isEqualTo(CODE.value());
        assertThat(record.getMethodId()).isEqualTo(METHOD);
        assertThat(record.getSupersededCodeId()).isEqualTo(SUPERSEDED.value());
    }

    @Test
    void everyReasonIsUsed() {
        var reasons = new ArrayList<>(Arrays.asList(CodeRejectionReason.values()));
        reasons.remove(CodeRejectionReason.UNKNOWN);

        assertThat(REASONS.values()).containsAll(reasons);
    }

    @Test
    void detailsGoWithTheirReasons() {
        assertThat(write(new WrongCode(3, null)).getAttemptsLeft()).isEqualTo(3);
        assertThat(write(new WrongCode(0, NOON)).getLockedUntil()).isEqualTo(NOON);
        assertThat(write(new Locked(NOON)).getLockedUntil()).isEqualTo(NOON);
        assertThat(write(new Locked(null)).getLockedUntil()).isNull();
        assertThat(write(new RateLimited(NOON, true)).getRetryAt()).isEqualTo(NOON);
        assertThat(write(new CommandIdReused(COMMAND)).getConflictingCommandId())
                .isEqualTo(COMMAND);
    }

    @Test
    void theIdsAreThereAsFarAsTheyAreKnown() {
        var record = Rejections.write(
                new VerificationOutcome.CodeRejected(null, null, new UnknownCode(), null), Samples.event());

        assertThat(record.getCodeId()).isNull();
        assertThat(record.getMethodId()).isNull();
        assertThat(record.getSupersededCodeId()).isNull();
    }

    private static CodeRejected write(Rejection why) {
        return Rejections.write(
                new VerificationOutcome.CodeRejected(CODE, new MethodId(METHOD), why, SUPERSEDED), Samples.event());
    }
}

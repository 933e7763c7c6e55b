package io.latchkey.verification.kafka;

import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CodeRejectionReason;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.verification.code.CodeId;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rejections for programs, by their reason, and for people, by a message that portals may show. */
final class Rejections {

    private static final String WRONG = "This code is wrong. ";
    private static final String WAIT = "Please wait and ask for a new one later.";
    private static final String REGISTER_AGAIN = "Please register the number or address again.";

    private Rejections() {}

    static CodeRejected write(VerificationOutcome.CodeRejected rejected, EventMetadata metadata) {
        var record = CodeRejected.newBuilder()
                .setMetadata(metadata)
                .setField(rejected.why().field())
                .setRetriable(rejected.why().retriable())
                .setCodeId(id(rejected.codeId()))
                .setMethodId(
                        rejected.methodId() == null ? null : rejected.methodId().value())
                .setSupersededCodeId(id(rejected.superseded()));
        return explain(record, rejected.why()).build();
    }

    private static CodeRejected.Builder explain(CodeRejected.Builder record, Rejection why) {
        return switch (why) {
            case WrongCode wrong ->
                say(record, CodeRejectionReason.WRONG_CODE, message(wrong))
                        .setAttemptsLeft(wrong.attemptsLeft())
                        .setLockedUntil(wrong.lockedUntil());
            case Expired expired ->
                say(record, CodeRejectionReason.EXPIRED, "This code has expired. Please ask for a new one.");
            case Superseded superseded ->
                say(record, CodeRejectionReason.SUPERSEDED, "A newer code was sent. Please use that one.");
            case Locked locked ->
                say(record, CodeRejectionReason.LOCKED, message(locked)).setLockedUntil(locked.until());
            case UnknownCode unknown ->
                say(record, CodeRejectionReason.UNKNOWN_CODE, "This code is not known. Please ask for a new one.");
            case UnknownMethod unknown ->
                say(record, CodeRejectionReason.UNKNOWN_METHOD, "Nothing waits for a code here. " + REGISTER_AGAIN);
            case AccountDisabled disabled ->
                say(record, CodeRejectionReason.ACCOUNT_DISABLED, "This account is disabled.");
            case AlreadyProven proven ->
                say(record, CodeRejectionReason.ALREADY_PROVEN, "This is confirmed already. There is nothing to do.");
            case UnreadableField unreadable ->
                say(record, CodeRejectionReason.UNREADABLE_FIELD, "The code could not be read. Please enter it again.");
            case InvalidField invalid ->
                say(record, CodeRejectionReason.INVALID_FIELD, "A code has 6 to 10 digits. Please check it.");
            case CommandIdReused reused ->
                say(
                                record,
                                CodeRejectionReason.COMMAND_ID_REUSED,
                                "This was used for another request. Please try again.")
                        .setConflictingCommandId(reused.conflictingCommandId());
            case RateLimited limited ->
                say(record, CodeRejectionReason.RATE_LIMITED, "That was too often. Please wait before you try again.")
                        .setRetryAt(limited.retryAt());
        };
    }

    private static String message(WrongCode wrong) {
        return WRONG
                + switch (wrong) {
                    case WrongCode(var left, var lockedUntil) when lockedUntil != null -> WAIT;
                    case WrongCode(var left, var lockedUntil) when left == 0 -> REGISTER_AGAIN;
                    case WrongCode any -> "Please check it and try again.";
                };
    }

    private static String message(Locked locked) {
        return "There were too many wrong codes. " + (locked.until() == null ? REGISTER_AGAIN : WAIT);
    }

    private static @Nullable UUID id(@Nullable CodeId code) {
        return code == null ? null : code.value();
    }

    private static CodeRejected.Builder say(CodeRejected.Builder record, CodeRejectionReason reason, String message) {
        return record.setReason(reason).setMessage(message);
    }
}

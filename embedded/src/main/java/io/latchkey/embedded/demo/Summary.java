package io.latchkey.embedded.demo;

import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.ConfirmMethod;
import io.latchkey.schemas.MethodConfirmed;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.NotificationAccepted;
import io.latchkey.schemas.ProvisionAccount;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.ReconfirmTick;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SubmitCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What may be shown of a record, in a few words. */
final class Summary {

    private Summary() {}

    static String of(SpecificRecord record) {
        return switch (record) {
            case ProvisionAccount it ->
                "%s, %s, names %s".formatted(it.getRegion(), it.getLocale(), sealed(it.getSignInAddress()));
            case AccountProvisioned it -> "generation " + it.getGeneration();
            case RegisterMethod it -> it.getKind() + " " + sealed(it.getDestination());
            case MethodRegistered it -> it.getKind() + " " + it.getMask();
            case CodeIssued it -> "no. %d by %s to %s".formatted(it.getNumber(), it.getChannel(), it.getMask());
            case SubmitCode it -> "code " + sealed(it.getCode());
            case CodeRejected it ->
                it.getReason() + (it.getAttemptsLeft() == null ? "" : ", " + it.getAttemptsLeft() + " attempts left");
            case CommandRejected it -> it.getReason() + fields(it);
            case MethodProven it -> "%s %s, due %s".formatted(it.getKind(), it.getMask(), day(it.getDueAt()));
            case NotificationAccepted it ->
                "%s by %s, provider %s".formatted(it.getPurpose(), it.getChannel(), it.getProvider());
            case ReconfirmTick it -> "as of " + day(it.getAsOf());
            case ReconfirmDue it ->
                "%d methods, due %s".formatted(it.getMethodIds().size(), day(it.getDueAt()));
            case ConfirmMethod it -> it.getMethodIds().size() + " methods";
            case MethodConfirmed it ->
                "%d methods, next due %s".formatted(it.getMethodIds().size(), day(it.getDueAt()));
            default -> AccountSummary.of(record);
        };
    }

    private static String fields(CommandRejected rejected) {
        if (rejected.getFaults().size() > 1) {
            return ", " + rejected.getFaults().size() + " fields";
        }
        return rejected.getField() == null ? "" : ", field " + rejected.getField();
    }

    static String sealed(@Nullable Sealed value) {
        return value == null ? "absent" : "sealed for " + value.getRecipientKeyId();
    }

    static String day(@Nullable Instant instant) {
        return instant == null
                ? "never"
                : instant.truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
    }
}

package io.latchkey.registration.kafka;

import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.account.PasswordManagement;
import io.latchkey.registration.method.RejectionReason;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.schemas.CommandRejectionReason;
import org.jspecify.annotations.Nullable;

/** Constants of records and of rules, in both directions; null for one that this version does not know. */
final class Constants {

    private Constants() {}

    static @Nullable PasswordManagement passwordManagement(io.latchkey.schemas.PasswordManagement constant) {
        return switch (constant) {
            case UNKNOWN -> null;
            case CLOUD -> PasswordManagement.CLOUD;
            case ON_PREMISES_WITH_WRITEBACK -> PasswordManagement.ON_PREMISES_WITH_WRITEBACK;
            case ON_PREMISES_WITHOUT_WRITEBACK -> PasswordManagement.ON_PREMISES_WITHOUT_WRITEBACK;
            case FEDERATED -> PasswordManagement.FEDERATED;
        };
    }

    static @Nullable MethodKind kind(io.latchkey.schemas.MethodKind constant) {
        return switch (constant) {
            case UNKNOWN -> null;
            case MOBILE_PHONE -> MethodKind.MOBILE_PHONE;
            case EMAIL -> MethodKind.EMAIL;
            case OFFICE_PHONE -> MethodKind.OFFICE_PHONE;
            case SECURITY_QUESTIONS -> MethodKind.SECURITY_QUESTIONS;
        };
    }

    static io.latchkey.schemas.MethodKind of(MethodKind kind) {
        return switch (kind) {
            case MOBILE_PHONE -> io.latchkey.schemas.MethodKind.MOBILE_PHONE;
            case EMAIL -> io.latchkey.schemas.MethodKind.EMAIL;
            case OFFICE_PHONE -> io.latchkey.schemas.MethodKind.OFFICE_PHONE;
            case SECURITY_QUESTIONS -> io.latchkey.schemas.MethodKind.SECURITY_QUESTIONS;
        };
    }

    /** An absent channel is the one that goes without saying. */
    static @Nullable Channel channel(
            io.latchkey.schemas.MethodKind kind, io.latchkey.schemas.@Nullable Channel constant) {
        return switch (constant) {
            case null -> kind == io.latchkey.schemas.MethodKind.EMAIL ? Channel.EMAIL : Channel.SMS;
            case UNKNOWN -> null;
            case SMS -> Channel.SMS;
            case VOICE -> Channel.VOICE;
            case EMAIL -> Channel.EMAIL;
        };
    }

    static io.latchkey.schemas.Channel of(Channel channel) {
        return switch (channel) {
            case SMS -> io.latchkey.schemas.Channel.SMS;
            case VOICE -> io.latchkey.schemas.Channel.VOICE;
            case EMAIL -> io.latchkey.schemas.Channel.EMAIL;
        };
    }

    static CommandRejectionReason of(RejectionReason reason) {
        return switch (reason) {
            case UNKNOWN_ACCOUNT -> CommandRejectionReason.UNKNOWN_ACCOUNT;
            case ACCOUNT_DISABLED -> CommandRejectionReason.ACCOUNT_DISABLED;
            case UNKNOWN_METHOD -> CommandRejectionReason.UNKNOWN_METHOD;
            case METHOD_NOT_OFFERED -> CommandRejectionReason.METHOD_NOT_OFFERED;
            case INVALID_PHONE_NUMBER -> CommandRejectionReason.INVALID_PHONE_NUMBER;
            case UNSUPPORTED_PHONE_NUMBER -> CommandRejectionReason.UNSUPPORTED_PHONE_NUMBER;
            case INVALID_EMAIL_ADDRESS -> CommandRejectionReason.INVALID_EMAIL_ADDRESS;
            case SIGN_IN_ADDRESS -> CommandRejectionReason.SIGN_IN_ADDRESS;
            case UNREADABLE_FIELD -> CommandRejectionReason.UNREADABLE_FIELD;
            case INVALID_FIELD -> CommandRejectionReason.INVALID_FIELD;
            case COMMAND_ID_REUSED -> CommandRejectionReason.COMMAND_ID_REUSED;
            case RATE_LIMITED -> CommandRejectionReason.RATE_LIMITED;
        };
    }
}

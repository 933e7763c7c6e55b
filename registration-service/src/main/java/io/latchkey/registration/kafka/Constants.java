package io.latchkey.registration.kafka;

import io.latchkey.registration.account.PasswordManagement;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.method.EligibilityPage;
import io.latchkey.registration.method.EligibilityReason;
import io.latchkey.registration.method.Origin;
import io.latchkey.registration.method.RejectionReason;
import io.latchkey.registration.method.Requirement;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.schemas.Actor;
import io.latchkey.schemas.CommandRejectionReason;
import io.latchkey.schemas.RequirementKind;
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

    /** By name: a test sees that every reason has one. */
    static CommandRejectionReason of(RejectionReason reason) {
        return CommandRejectionReason.valueOf(reason.name());
    }

    static io.latchkey.schemas.EligibilityPage of(EligibilityPage page) {
        return io.latchkey.schemas.EligibilityPage.valueOf(page.name());
    }

    static io.latchkey.schemas.EligibilityReason of(EligibilityReason reason) {
        return io.latchkey.schemas.EligibilityReason.valueOf(reason.name());
    }

    static RequirementKind of(Requirement.Kind kind) {
        return RequirementKind.valueOf(kind.name());
    }

    static Actor of(Origin origin) {
        return switch (origin) {
            case PERSON -> Actor.PERSON;
            case ADMINISTRATOR -> Actor.ADMINISTRATOR;
        };
    }
}

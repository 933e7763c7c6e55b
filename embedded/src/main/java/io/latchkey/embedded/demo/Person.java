package io.latchkey.embedded.demo;

import static io.latchkey.messaging.sealing.AssociatedData.ANSWER;
import static io.latchkey.messaging.sealing.AssociatedData.CODE;
import static io.latchkey.messaging.sealing.AssociatedData.DESTINATION;
import static io.latchkey.messaging.sealing.AssociatedData.DISPLAY_NAME;
import static io.latchkey.messaging.sealing.AssociatedData.SIGN_IN_ADDRESS;
import static io.latchkey.schemas.topics.Topic.ADMIN_COMMANDS;
import static io.latchkey.schemas.topics.Topic.REGISTRATION_COMMANDS;
import static io.latchkey.schemas.topics.Topic.VERIFICATION_COMMANDS;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.CompleteRegistration;
import io.latchkey.schemas.ConfirmMethod;
import io.latchkey.schemas.ContactAdministrator;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.PasswordManagement;
import io.latchkey.schemas.ProvisionAccount;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.RegisterSecurityAnswers;
import io.latchkey.schemas.RemoveMethod;
import io.latchkey.schemas.ResendCode;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SecurityAnswer;
import io.latchkey.schemas.SubmitCode;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Somebody with an account, at a portal. Everything personal is sealed before it leaves here. */
record Person(Portal portal, AggregateKey account) {

    /** What an administrator does for the person: the account exists from now on. */
    Sent isProvisioned(String signInAddress, String displayName) {
        return isProvisioned(signInAddress, displayName, _ -> {});
    }

    /** @param changes to an account that is enabled, in no group, and has its password here */
    Sent isProvisioned(String signInAddress, String displayName, Consumer<ProvisionAccount.Builder> changes) {
        var metadata = Portal.metadata(account);
        var command = ProvisionAccount.newBuilder()
                .setMetadata(metadata)
                .setDirectoryObjectId(account.userId())
                .setEnabled(true)
                .setPasswordManagement(PasswordManagement.CLOUD)
                .setSignInAddress(sealed(KeyOwner.REGISTRATION, SIGN_IN_ADDRESS, metadata, signInAddress))
                .setDisplayName(sealed(KeyOwner.REGISTRATION, DISPLAY_NAME, metadata, displayName))
                .setRegion("DE")
                .setLocale("en")
                .setTimeZone(Daytime.HOME.zone().getId());
        changes.accept(command);
        return portal.send(ADMIN_COMMANDS, metadata, command.build());
    }

    Sent registersPhone(String number) {
        return registers(MethodKind.MOBILE_PHONE, number, Portal.metadata(account));
    }

    Sent registersEmail(String address) {
        return registers(MethodKind.EMAIL, address, Portal.metadata(account));
    }

    /** With an identity that was perhaps used before. */
    Sent registers(MethodKind kind, String destination, CommandMetadata metadata) {
        return registers(kind, metadata, sealed(KeyOwner.REGISTRATION, DESTINATION, metadata, destination));
    }

    /** With a destination that was perhaps sealed for somebody else. */
    Sent registers(MethodKind kind, CommandMetadata metadata, Sealed destination) {
        return portal.send(REGISTRATION_COMMANDS, metadata, new RegisterMethod(metadata, kind, null, destination));
    }

    Sent submits(UUID codeId, String code) {
        var metadata = Portal.metadata(account);
        var sealed = sealed(KeyOwner.VERIFICATION, CODE, metadata, code);
        return portal.send(VERIFICATION_COMMANDS, metadata, new SubmitCode(metadata, codeId, sealed));
    }

    Sent asksForAnotherCode(UUID methodId) {
        var metadata = Portal.metadata(account);
        return portal.send(VERIFICATION_COMMANDS, metadata, new ResendCode(metadata, methodId));
    }

    Sent confirms(List<UUID> methodIds) {
        var metadata = Portal.metadata(account);
        return portal.send(REGISTRATION_COMMANDS, metadata, new ConfirmMethod(metadata, methodIds));
    }

    Sent removes(UUID methodId) {
        var metadata = Portal.metadata(account);
        return portal.send(REGISTRATION_COMMANDS, metadata, new RemoveMethod(metadata, methodId));
    }

    /** @param answers by the id of their question */
    Sent answers(SequencedMap<String, String> answers) {
        var metadata = Portal.metadata(account);
        var sealed = answers.entrySet().stream()
                .map(answer -> answer(metadata, answer.getKey(), answer.getValue()))
                .toList();
        return portal.send(REGISTRATION_COMMANDS, metadata, new RegisterSecurityAnswers(metadata, sealed));
    }

    private SecurityAnswer answer(CommandMetadata metadata, String questionId, String answer) {
        return new SecurityAnswer(questionId, sealed(KeyOwner.REGISTRATION, ANSWER + questionId, metadata, answer));
    }

    Sent completes() {
        var metadata = Portal.metadata(account);
        return portal.send(REGISTRATION_COMMANDS, metadata, new CompleteRegistration(metadata));
    }

    Sent asksForHelp() {
        var metadata = Portal.metadata(account);
        return portal.send(REGISTRATION_COMMANDS, metadata, new ContactAdministrator(metadata));
    }

    Sealed sealed(KeyOwner recipient, String purpose, CommandMetadata metadata, String value) {
        var belongsTo = new AssociatedData(purpose, account, metadata.getCommandId());
        return portal.sealer().seal(recipient, belongsTo, value);
    }
}

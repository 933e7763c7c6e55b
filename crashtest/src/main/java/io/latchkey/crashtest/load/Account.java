package io.latchkey.crashtest.load;

import static io.latchkey.schemas.topics.Topic.ADMIN_COMMANDS;
import static io.latchkey.schemas.topics.Topic.REGISTRATION_COMMANDS;
import static io.latchkey.schemas.topics.Topic.VERIFICATION_COMMANDS;

import io.latchkey.crashtest.checker.Sent.Kind;
import io.latchkey.crashtest.load.Portal.Outgoing;
import io.latchkey.embedded.installation.Noon;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.ConfirmMethod;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.PasswordManagement;
import io.latchkey.schemas.ProvisionAccount;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.ResendCode;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SubmitCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What can be asked for one account. Everything personal is sealed before it leaves here. */
record Account(Portal portal, AggregateKey key) {

    Outgoing isProvisioned(String signInAddress, String displayName) {
        var metadata = metadata();
        return portal.send(
                ADMIN_COMMANDS,
                metadata,
                ProvisionAccount.newBuilder()
                        .setMetadata(metadata)
                        .setDirectoryObjectId(key.userId())
                        .setEnabled(true)
                        .setPasswordManagement(PasswordManagement.CLOUD)
                        .setSignInAddress(
                                sealed(KeyOwner.REGISTRATION, AssociatedData.SIGN_IN_ADDRESS, metadata, signInAddress))
                        .setDisplayName(
                                sealed(KeyOwner.REGISTRATION, AssociatedData.DISPLAY_NAME, metadata, displayName))
                        .setRegion("DE")
                        .setLocale("en")
                        .setTimeZone(Noon.zone(Instant.now()).getId())
                        .build());
    }

    Outgoing registers(MethodKind kind, String destination) {
        return registers(Kind.COMMAND, kind, destination, metadata());
    }

    /** Under an id that was perhaps used before. */
    Outgoing registers(Kind sent, MethodKind kind, String destination, CommandMetadata metadata) {
        var sealed = sealed(KeyOwner.REGISTRATION, AssociatedData.DESTINATION, metadata, destination);
        return portal.send(sent, REGISTRATION_COMMANDS, metadata, new RegisterMethod(metadata, kind, null, sealed));
    }

    Outgoing submits(UUID codeId, String code) {
        var metadata = metadata();
        var sealed = sealed(KeyOwner.VERIFICATION, AssociatedData.CODE, metadata, code);
        return portal.send(VERIFICATION_COMMANDS, metadata, new SubmitCode(metadata, codeId, sealed));
    }

    Outgoing asksForAnotherCode(UUID methodId) {
        var metadata = metadata();
        return portal.send(VERIFICATION_COMMANDS, metadata, new ResendCode(metadata, methodId));
    }

    Outgoing confirms(List<UUID> methodIds) {
        var metadata = metadata();
        return portal.send(REGISTRATION_COMMANDS, metadata, new ConfirmMethod(metadata, methodIds));
    }

    private CommandMetadata metadata() {
        var id = UUID.randomUUID();
        return new CommandMetadata(id, key.tenantId(), key.userId(), Instant.now(), id, null);
    }

    private Sealed sealed(KeyOwner recipient, String purpose, CommandMetadata metadata, String value) {
        return portal.sealer().seal(recipient, new AssociatedData(purpose, key, metadata.getCommandId()), value);
    }
}

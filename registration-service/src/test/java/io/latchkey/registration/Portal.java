package io.latchkey.registration;

import static io.latchkey.messaging.sealing.AssociatedData.ANSWER;
import static io.latchkey.messaging.sealing.AssociatedData.DESTINATION;
import static io.latchkey.messaging.sealing.AssociatedData.SIGN_IN_ADDRESS;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.ConfirmMethod;
import io.latchkey.schemas.DefinePolicy;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.PasswordManagement;
import io.latchkey.schemas.Policy;
import io.latchkey.schemas.PolicyChanged;
import io.latchkey.schemas.ProvisionAccount;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.RegisterSecurityAnswers;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SecurityAnswer;
import io.latchkey.schemas.SecurityAnswersRegistered;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;

/** What portals, administrators and verification say of one new account. */
final class Portal {

    static final String SIGN_IN = "ada.lovelace@contoso.com";

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    private final Bus bus;
    private final Sealer sealer;
    private final AggregateKey account;
    private long proofs;

    Portal(Bus bus, Sealer sealer) {
        this(bus, sealer, "contoso");
    }

    Portal(Bus bus, Sealer sealer, String tenant) {
        this.bus = bus;
        this.sealer = sealer;
        account = new AggregateKey(tenant, UUID.randomUUID().toString());
    }

    AggregateKey account() {
        return account;
    }

    AccountProvisioned provisions() {
        var id = UUID.randomUUID();
        bus.send(
                Topic.ADMIN_COMMANDS,
                account.value(),
                ProvisionAccount.newBuilder()
                        .setMetadata(metadata(id))
                        .setDirectoryObjectId("object-1")
                        .setEnabled(true)
                        .setPasswordManagement(PasswordManagement.CLOUD)
                        .setSignInAddress(seal(SIGN_IN_ADDRESS, id, SIGN_IN))
                        .setRegion("DE")
                        .setLocale("de")
                        .setTimeZone("Europe/Berlin")
                        .build());
        return bus.awaits(AccountProvisioned.class, event -> answers(event.getMetadata(), id));
    }

    MethodRegistered registers(MethodKind kind, String destination) {
        var id = UUID.randomUUID();
        sends(registration(id, kind, destination));
        return bus.awaits(MethodRegistered.class, event -> answers(event.getMetadata(), id));
    }

    CommandRejected isRefused(MethodKind kind, String destination) {
        var id = UUID.randomUUID();
        sends(registration(id, kind, destination));
        return rejection(id);
    }

    RegisterMethod registration(UUID id, MethodKind kind, String destination) {
        return registration(id, kind, seal(DESTINATION, id, destination));
    }

    RegisterMethod registration(UUID id, MethodKind kind, Sealed destination) {
        return RegisterMethod.newBuilder()
                .setMetadata(metadata(id))
                .setKind(kind)
                .setDestination(destination)
                .build();
    }

    void sends(RegisterMethod command) {
        bus.send(Topic.REGISTRATION_COMMANDS, account.value(), command);
    }

    PolicyChanged definesPolicy(Policy policy) {
        var id = UUID.randomUUID();
        var ofTenant = CommandMetadata.newBuilder(metadata(id)).setUserId("").build();
        bus.send(Topic.ADMIN_COMMANDS, account.tenantId(), new DefinePolicy(ofTenant, policy, null));
        return bus.awaits(PolicyChanged.class, event -> answers(event.getMetadata(), id));
    }

    /** Answers by the ids of their questions. */
    SecurityAnswersRegistered answers(Map<String, String> answers) {
        var id = UUID.randomUUID();
        var sealed = answers.entrySet().stream()
                .map(answer ->
                        new SecurityAnswer(answer.getKey(), seal(ANSWER + answer.getKey(), id, answer.getValue())))
                .toList();
        bus.send(Topic.REGISTRATION_COMMANDS, account.value(), new RegisterSecurityAnswers(metadata(id), sealed));
        return bus.awaits(SecurityAnswersRegistered.class, event -> answers(event.getMetadata(), id));
    }

    UUID confirms(List<UUID> methods) {
        var id = UUID.randomUUID();
        bus.send(Topic.REGISTRATION_COMMANDS, account.value(), new ConfirmMethod(metadata(id), methods));
        return id;
    }

    MethodProven proves(MethodRegistered registered) {
        var method = registered.getMethodId();
        bus.send(Topic.VERIFICATION_EVENTS, account.value(), new CodeVerified(verified(), UUID.randomUUID(), method));
        return bus.awaits(MethodProven.class, event -> event.getMethodId().equals(method));
    }

    CommandRejected rejection(UUID commandId) {
        return bus.awaits(CommandRejected.class, event -> answers(event.getMetadata(), commandId));
    }

    Sealed seal(String purpose, UUID boundTo, String value) {
        return seal(new AssociatedData(purpose, account, boundTo), value);
    }

    Sealed seal(AssociatedData belongsTo, String value) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreException(OutageException.class)
                .until(() -> sealer.seal(KeyOwner.REGISTRATION, belongsTo, value), Objects::nonNull);
    }

    CommandMetadata metadata(UUID commandId) {
        return CommandMetadata.newBuilder()
                .setCommandId(commandId)
                .setTenantId(account.tenantId())
                .setUserId(account.userId())
                .setOccurredAt(Instant.now())
                .setCorrelationId(UUID.randomUUID())
                .build();
    }

    private EventMetadata verified() {
        return EventMetadata.newBuilder()
                .setEventId(UUID.randomUUID())
                .setTenantId(account.tenantId())
                .setUserId(account.userId())
                .setSequence(++proofs)
                .setEpoch(EPOCH)
                .setOccurredAt(Instant.now())
                .setCorrelationId(UUID.randomUUID())
                .build();
    }

    static boolean answers(EventMetadata event, UUID commandId) {
        return commandId.equals(event.getCommandId());
    }
}

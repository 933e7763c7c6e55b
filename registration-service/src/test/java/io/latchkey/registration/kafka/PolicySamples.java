package io.latchkey.registration.kafka;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.HpkeOpener;
import io.latchkey.messaging.sealing.HpkeSealer;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.messaging.sealing.SealingKeys;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.policy.CodeRules;
import io.latchkey.registration.policy.Enablement;
import io.latchkey.registration.policy.Help;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.MethodRules;
import io.latchkey.registration.policy.Policy;
import io.latchkey.registration.policy.PolicyVersion;
import io.latchkey.registration.policy.QuestionRules;
import io.latchkey.registration.policy.Reconfirmation;
import io.latchkey.registration.policy.Scope;
import io.latchkey.registration.policy.TenantPolicy;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.topics.RecordTypes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Contoso's policy, in which nothing is as by default. */
final class PolicySamples {

    static {
        RecordTypes.trust();
    }

    static final UUID COMMAND = new UUID(0, 1);
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final String ADA = "ada@contoso.com";
    static final String BOB = "bob@contoso.com";
    static final SealingKeys KEYS = SealingKeys.generate(KeyOwner.REGISTRATION);
    static final Sealer SEALER = new HpkeSealer(owner -> KEYS.primary(), InstantSource.system());
    static final Opener OPENER = new HpkeOpener(KEYS);

    static final Policy POLICY = new Policy(
            new Scope(Enablement.SELECTED, Set.of("staff", "admins")),
            new MethodRules(
                    Set.of(MethodKind.EMAIL, MethodKind.OFFICE_PHONE, MethodKind.SECURITY_QUESTIONS),
                    2,
                    3,
                    true,
                    Set.of("DE", "AT")),
            new QuestionRules(
                    4,
                    3,
                    Set.of("plush-toy", "first-boss"),
                    List.of(
                            new QuestionRules.Custom("custom-b", "Who was it?"),
                            new QuestionRules.Custom("custom-a", "Where was it?"))),
            new Reconfirmation(Duration.ofDays(90), Reconfirmation.By.CODE),
            new CodeRules(7, Duration.ofSeconds(61), Duration.ofSeconds(62), 3, Duration.ofSeconds(4), 50, 2, 9),
            new Help("https://help.contoso.com", List.of(new EmailAddress(ADA), new EmailAddress(BOB))));

    static final TenantPolicy DEFINED = new TenantPolicy(
            List.of(new PolicyVersion(1, Policy.DEFAULT, NOON, COMMAND), new PolicyVersion(2, POLICY, NOON, COMMAND)));

    private PolicySamples() {}

    static Sealed sealed(UUID boundTo, String address) {
        return sealed("contoso", boundTo, AssociatedData.ADMINISTRATOR_ADDRESS, address);
    }

    static Sealed sealed(String tenant, UUID boundTo, String purpose, String address) {
        return SEALER.seal(
                KeyOwner.REGISTRATION, new AssociatedData(purpose, AggregateKey.tenant(tenant), boundTo), address);
    }

    static CommandMetadata command() {
        return CommandMetadata.newBuilder()
                .setCommandId(COMMAND)
                .setTenantId("contoso")
                .setUserId("")
                .setOccurredAt(NOON)
                .setCorrelationId(COMMAND)
                .build();
    }

    static EventMetadata event() {
        return EventMetadata.newBuilder()
                .setEventId(new UUID(0, 2))
                .setCommandId(COMMAND)
                .setTenantId("contoso")
                .setUserId("")
                .setSequence(1)
                .setEpoch(NOON)
                .setOccurredAt(NOON)
                .setCorrelationId(COMMAND)
                .build();
    }
}

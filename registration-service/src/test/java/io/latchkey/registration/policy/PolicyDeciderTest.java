package io.latchkey.registration.policy;

import static io.latchkey.registration.policy.Draft.accepted;
import static io.latchkey.registration.policy.Draft.defaults;
import static io.latchkey.registration.policy.Draft.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.policy.PolicyOutcome.PolicyChanged;
import io.latchkey.registration.policy.PolicyOutcome.PolicyRefused;
import io.latchkey.registration.policy.PolicyOutcome.VersionConflict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PolicyDeciderTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final Policy LONG_CODES = accepted(draft -> draft.codeLength = 8);
    private static final Policy LONGER_CODES = accepted(draft -> draft.codeLength = 9);
    private static final PolicyProposal LONG = proposal(draft -> draft.codeLength = 8);
    private static final PolicyProposal LONGER = proposal(draft -> draft.codeLength = 9);
    private static final PolicyProposal WRONG = proposal(draft -> {
        draft.codeLength = 11;
        draft.administrators = List.of(new Opened.Unreadable());
    });
    private static final TenantPolicy DEFINED =
            new TenantPolicy(List.of(new PolicyVersion(1, LONG_CODES, NOON, FIRST)));

    @Test
    @Tag("SPEC-1.3b")
    void theFirstPolicyFollowsTheDefaults() {
        assertThat(decide(null, new DefinePolicy(FIRST, LONG, null), NOON))
                .isEqualTo(decision(DEFINED, new PolicyChanged(1, LONG_CODES, null)));
    }

    @Test
    void theDefaultsCanBeDefinedToo() {
        assertThat(decide(null, new DefinePolicy(FIRST, defaults(), 0L), NOON))
                .isEqualTo(decision(
                        new TenantPolicy(List.of(new PolicyVersion(1, Policy.DEFAULT, NOON, FIRST))),
                        new PolicyChanged(1, Policy.DEFAULT, null)));
    }

    @Test
    @Tag("SPEC-1.3b")
    @Tag("SPEC-1.3c")
    void whatWasInForceIsKept() {
        assertThat(decide(DEFINED, new DefinePolicy(SECOND, LONGER, 1L), LATER))
                .isEqualTo(decision(
                        new TenantPolicy(List.of(
                                new PolicyVersion(1, LONG_CODES, NOON, FIRST),
                                new PolicyVersion(2, LONGER_CODES, LATER, SECOND))),
                        new PolicyChanged(2, LONGER_CODES, LONG_CODES)));
    }

    @Test
    void whatIsInForceAlreadyIsNoNewVersion() {
        assertThat(decide(DEFINED, new DefinePolicy(SECOND, LONG, null), LATER))
                .isEqualTo(decision(DEFINED, new PolicyChanged(1, LONG_CODES, LONG_CODES)));
    }

    @Test
    void nobodyOverwritesWhatHeHasNotSeen() {
        assertThat(decide(DEFINED, new DefinePolicy(SECOND, LONGER, 0L), LATER))
                .isEqualTo(decision(DEFINED, new VersionConflict()));
        assertThat(decide(DEFINED, new DefinePolicy(SECOND, LONGER, 2L), LATER))
                .isEqualTo(decision(DEFINED, new VersionConflict()));
        assertThat(decide(null, new DefinePolicy(SECOND, LONGER, 1L), LATER))
                .isEqualTo(decision(null, new VersionConflict()));
    }

    @Test
    void whatWasMadeForAnotherVersionIsNotJudged() {
        assertThat(decide(DEFINED, new DefinePolicy(SECOND, WRONG, 7L), LATER))
                .isEqualTo(decision(DEFINED, new VersionConflict()));
    }

    @Test
    void aWrongPolicyChangesNothing() {
        var refused = new PolicyRefused(List.of(
                new FieldFault("policy.codeLength", "6 to 10", false),
                FieldFault.unreadable("policy.administratorAddresses[0]")));
        assertThat(decide(null, new DefinePolicy(FIRST, WRONG, null), NOON)).isEqualTo(decision(null, refused));
        assertThat(decide(DEFINED, new DefinePolicy(SECOND, WRONG, 1L), LATER)).isEqualTo(decision(DEFINED, refused));
    }

    @Test
    void whatCannotBeReadStandsForAllFaults() {
        var faults = List.of(
                new FieldFault("policy.codeLength", "6 to 10", false),
                FieldFault.unreadable("policy.administratorAddresses[0]"));
        assertThat(new PolicyRefused(faults).first()).isEqualTo(faults.getLast());
        assertThat(new PolicyRefused(faults.subList(0, 1)).first()).isEqualTo(faults.getFirst());
    }

    @Test
    void theLastFiftyVersionsAreKept() {
        TenantPolicy state = null;
        for (int i = 0; i < 60; i++) {
            int length = 6 + i % 2;
            var command = new DefinePolicy(new UUID(1, i), proposal(draft -> draft.codeLength = length), (long) i);
            state = decide(state, command, NOON.plusSeconds(i)).next();
        }
        assertThat(state).isNotNull();
        assertThat(state.versions())
                .hasSize(50)
                .extracting(PolicyVersion::number)
                .startsWith(11L, 12L)
                .endsWith(60L);
        assertThat(state.inForce().commandId()).isEqualTo(new UUID(1, 59));
    }

    private static Decision<TenantPolicy, PolicyOutcome> decide(
            @Nullable TenantPolicy state, DefinePolicy command, Instant now) {
        return new PolicyDecider(Draft.PREDEFINED)
                .decide(state, command, new Context(now, ordinal -> new byte[32], Map.of(), 0));
    }

    private static Decision<TenantPolicy, PolicyOutcome> decision(@Nullable TenantPolicy next, PolicyOutcome outcome) {
        return Decision.of(next, outcome);
    }
}

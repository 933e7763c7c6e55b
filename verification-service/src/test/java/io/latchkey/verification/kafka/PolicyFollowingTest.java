package io.latchkey.verification.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.latchkey.schemas.Policy;
import io.latchkey.schemas.PolicyDefined;
import io.latchkey.schemas.topics.RecordTypes;
import io.latchkey.verification.code.CodeRules;
import io.latchkey.verification.code.GuessLimits;
import io.latchkey.verification.code.SendLimits;
import io.latchkey.verification.code.VerificationPolicy;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PolicyFollowingTest {

    @BeforeAll
    static void trustTheRecords() {
        RecordTypes.trust();
    }

    @Test
    @Tag("SPEC-1.4.codeLength.default")
    @Tag("SPEC-1.4.codeLifetime.default")
    @Tag("SPEC-1.4.sendsPerMethod.default")
    @Tag("SPEC-1.4.sendsPerDestination.default")
    @Tag("SPEC-1.4.wrongCodes.default")
    void theDefaultsAreTheDefaultsOfTheContract() {
        assertThat(PolicyReading.read(defined(Policy.newBuilder().build()))).isEqualTo(VerificationPolicy.DEFAULT);
    }

    @Test
    void everyFieldGoesWhereItBelongs() {
        var policy = Policy.newBuilder()
                .setCodeLength(7)
                .setPhoneCodeLifetimeSeconds(61)
                .setEmailCodeLifetimeSeconds(62)
                .setSendsPerMethod(3)
                .setSendCooldownSeconds(4)
                .setSendsPerDestination(50)
                .setWrongCodesPerMethod(2)
                .setWrongCodesPerUser(9)
                .build();
        assertThat(PolicyReading.read(defined(policy)))
                .isEqualTo(new VerificationPolicy(
                        new CodeRules(7, Duration.ofSeconds(61), Duration.ofSeconds(62)),
                        new GuessLimits(2, 9, Duration.ofHours(24), Duration.ofHours(24)),
                        new SendLimits(Duration.ofSeconds(4), 3, Duration.ofMinutes(10), 50, Duration.ofHours(1))));
    }

    @Test
    void whatNoCodeCouldBeMadeByCannotBeRead() {
        for (var policy : new Policy.Builder[] {
            Policy.newBuilder().setCodeLength(11),
            Policy.newBuilder().setCodeLength(5),
            Policy.newBuilder().setWrongCodesPerMethod(0),
            Policy.newBuilder().setWrongCodesPerUser(0)
        }) {
            assertThatIllegalArgumentException().isThrownBy(() -> PolicyReading.read(defined(policy.build())));
        }
    }

    private static PolicyDefined defined(Policy policy) {
        return new PolicyDefined(Samples.event(), 1L, policy, new UUID(0, 1));
    }
}

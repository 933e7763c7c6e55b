package io.latchkey.simulation.world;

import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.registration.aggregate.AggregateDecider;
import io.latchkey.registration.aggregate.Command;
import io.latchkey.registration.aggregate.Outcome;
import io.latchkey.registration.aggregate.State;
import io.latchkey.registration.destination.DestinationHash;
import io.latchkey.registration.destination.DestinationHashes;
import io.latchkey.registration.destination.PhoneNumber;
import io.latchkey.registration.destination.PhoneNumbers;
import io.latchkey.registration.kafka.PolicyReading;
import io.latchkey.registration.kafka.RegistrationTranslation;
import io.latchkey.registration.kafka.RegistrationValues;
import io.latchkey.registration.policy.Policies;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.simulation.model.StoreModel;
import io.latchkey.simulation.model.TaggedAnswers;
import io.latchkey.simulation.model.TaggedCodes;
import io.latchkey.simulation.model.TaggedSeals;
import io.latchkey.verification.code.CodeRules;
import io.latchkey.verification.code.GuessLimits;
import io.latchkey.verification.code.SendLimits;
import io.latchkey.verification.code.Verification;
import io.latchkey.verification.code.VerificationCommand;
import io.latchkey.verification.code.VerificationDecider;
import io.latchkey.verification.code.VerificationOutcome;
import io.latchkey.verification.code.VerificationPolicies;
import io.latchkey.verification.code.VerificationPolicy;
import io.latchkey.verification.kafka.VerificationTranslation;
import java.time.Duration;

/** The services' deciders, with numbers small enough that a short schedule reaches every limit. */
public final class Rules {

    public static final GuessLimits GUESSES = new GuessLimits(3, 6, Duration.ofHours(24), Duration.ofHours(24));

    private static final CodeRules CODES = new CodeRules(6, Duration.ofMinutes(5), Duration.ofMinutes(10));
    private static final SendLimits SENDS =
            new SendLimits(Duration.ofSeconds(1), 12, Duration.ofMinutes(10), 30, Duration.ofHours(1));
    private static final VerificationPolicy POLICY = new VerificationPolicy(CODES, GUESSES, SENDS);
    private static final Sealer SEALER = new TaggedSeals();

    private Rules() {}

    private static AggregateDecider registrationDecider(PolicyLookup known) {
        var reading = new PolicyReading(TaggedSeals.opener(KeyOwner.REGISTRATION), () -> {});
        Policies policies = tenant -> {
            var policy = known.of(tenant);
            return policy == null ? Policies.InForce.DEFAULT : reading.read(policy);
        };
        return AggregateDecider.of(policies, phoneNumbers(), hashes());
    }

    private static VerificationDecider verificationDecider(PolicyLookup known) {
        VerificationPolicies policies = tenant -> {
            var policy = known.of(tenant);
            return policy == null ? POLICY : io.latchkey.verification.kafka.PolicyReading.read(policy);
        };
        return new VerificationDecider(policies, new TaggedCodes());
    }

    static Aggregates<State, Command, Outcome> registration() {
        return new Aggregates<>(
                Rules::registrationDecider,
                new RegistrationTranslation(TaggedSeals.opener(KeyOwner.REGISTRATION), SEALER, new TaggedAnswers()),
                new StoreModel<>(State.OfAccount.class::isInstance),
                new RegistrationValues(SEALER));
    }

    static Aggregates<Verification, VerificationCommand, VerificationOutcome> verification() {
        return new Aggregates<>(
                Rules::verificationDecider,
                new VerificationTranslation(TaggedSeals.opener(KeyOwner.VERIFICATION), SEALER),
                new StoreModel<>(state -> false),
                null);
    }

    private static PhoneNumbers phoneNumbers() {
        return (text, region) -> text.startsWith("+")
                ? new PhoneNumbers.Reading.Callable(new PhoneNumber(text), "DE", true)
                : new PhoneNumbers.Reading.Invalid();
    }

    private static DestinationHashes hashes() {
        return (tenant, destination) -> new DestinationHash(
                "%08x%08x".formatted(tenant.hashCode(), destination.canonical().hashCode()));
    }
}

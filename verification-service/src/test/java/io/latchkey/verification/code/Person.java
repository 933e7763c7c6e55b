package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.ACCOUNT;
import static io.latchkey.verification.code.Fixtures.NOON;
import static io.latchkey.verification.code.Fixtures.random;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.verification.code.VerificationCommand.AccountProvisioned;
import io.latchkey.verification.code.VerificationOutcome.CodeIssued;
import io.latchkey.verification.code.VerificationOutcome.SendCode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plays one account's commands through the decider, with counters as the engine keeps them. */
final class Person {

    private final VerificationDecider decider;
    private final Map<Counter, Long> counts = new HashMap<>();
    private VerificationPolicy policy;
    private @Nullable Verification state;
    private Instant now = NOON;
    private int records;

    Person() {
        this(Fixtures.POLICY);
    }

    Person(VerificationPolicy policy) {
        this.policy = policy;
        decider = new VerificationDecider(this::policyOf, new Fixtures.PlainHasher());
    }

    private VerificationPolicy policyOf(String tenantId) {
        return tenantId.equals(ACCOUNT.tenantId()) ? policy : Fixtures.POLICY;
    }

    /** From the next record on. */
    void policyBecomes(VerificationPolicy changed) {
        policy = changed;
    }

    Decision<Verification, VerificationOutcome> does(VerificationCommand command) {
        var reserved = new HashMap<Counter, Long>();
        decider.reservations(state, command, now)
                .forEach(counter -> reserved.put(counter, counts.merge(counter, 1L, Long::sum)));
        var decision = decider.decide(state, command, new Context(now, random("record " + records++), reserved, 0));
        state = decision.next();
        return decision;
    }

    List<VerificationOutcome> isProvisioned(long generation) {
        return isTold(new Standing(generation, true));
    }

    List<VerificationOutcome> isDisabled() {
        return isTold(new Standing(1, false));
    }

    private List<VerificationOutcome> isTold(Standing standing) {
        return does(new AccountProvisioned(ACCOUNT, standing)).outcomes();
    }

    /** Registers the method, which is expected to get a code. */
    SendCode registers(Method method) {
        return sent(does(Fixtures.registered(method, now)));
    }

    SendCode resends(Method method) {
        return sent(does(Fixtures.resend(method)));
    }

    List<VerificationOutcome> submits(SendCode sent) {
        return submits(sent, sent.code().digits());
    }

    List<VerificationOutcome> submits(SendCode sent, String digits) {
        return does(Fixtures.submit(sent.issued().codeId(), digits)).outcomes();
    }

    List<VerificationOutcome> guessesWrong(SendCode sent) {
        return submits(sent, wrong(sent));
    }

    void guessesWrong(SendCode sent, int times) {
        for (int i = 0; i < times; i++) {
            guessesWrong(sent);
        }
    }

    Person waits(Duration duration) {
        now = now.plus(duration);
        if (duration.compareTo(Duration.ofHours(1)) >= 0) {
            counts.clear();
        }
        return this;
    }

    /** What others of the tenant have sent to the destination lately. */
    void othersSendTo(Method method, long times) {
        counts.put(counter(method), times);
    }

    Instant now() {
        return now;
    }

    Verification state() {
        if (state == null) {
            throw new AssertionError("there is no state");
        }
        return state;
    }

    static Counter counter(Method method) {
        return Fixtures.decider()
                .reservations(null, Fixtures.registered(method, NOON), NOON)
                .iterator()
                .next();
    }

    private static String wrong(SendCode sent) {
        return sent.code().digits().equals("000000") ? "000001" : "000000";
    }

    private static SendCode sent(Decision<Verification, VerificationOutcome> decision) {
        var outcomes = decision.outcomes();
        if (outcomes.size() == 2
                && outcomes.getFirst() instanceof CodeIssued issued
                && outcomes.getLast() instanceof SendCode sent
                && sent.issued().equals(issued)) {
            return sent;
        }
        throw new AssertionError("no code was issued: " + outcomes);
    }
}

package io.latchkey.verification.code;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Opened.Readable;
import io.latchkey.messaging.decision.Randomness;
import io.latchkey.verification.code.VerificationCommand.MethodRegistered;
import io.latchkey.verification.code.VerificationCommand.ResendCode;
import io.latchkey.verification.code.VerificationCommand.SubmitCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

final class Fixtures {

    static final AggregateKey ACCOUNT = new AggregateKey("acme", "u-1");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static final Method PHONE = method(1, MethodKind.MOBILE_PHONE, Channel.SMS);
    static final Method OTHER_PHONE = method(2, MethodKind.MOBILE_PHONE, Channel.SMS);
    static final Method EMAIL = method(3, MethodKind.EMAIL, Channel.EMAIL);

    static final VerificationPolicy POLICY = new VerificationPolicy(
            new CodeRules(6, Duration.ofMinutes(5), Duration.ofMinutes(10)),
            new GuessLimits(5, 10, Duration.ofHours(24), Duration.ofHours(24)),
            new SendLimits(Duration.ofSeconds(30), 5, Duration.ofMinutes(10), 10, Duration.ofHours(1)));

    /** Of all tenants. */
    static final VerificationPolicies POLICIES = tenant -> POLICY;

    private Fixtures() {}

    static VerificationDecider decider() {
        return new VerificationDecider(POLICIES, new PlainHasher());
    }

    static Method method(int number, MethodKind kind, Channel channel) {
        var sealed = new SealedDestination("notification-1", bytes("wrapped " + number), bytes("sealed " + number));
        var destination = new Destination(sealed, bytes("destination " + number), "•••••" + number);
        return new Method(new MethodId(new UUID(0, number)), kind, channel, destination, "en");
    }

    static Opaque bytes(String text) {
        return new Opaque(text.getBytes(StandardCharsets.UTF_8));
    }

    static MethodRegistered registered(Method method, Instant requestedAt) {
        return new MethodRegistered(ACCOUNT, method, requestedAt);
    }

    static ResendCode resend(Method method) {
        return new ResendCode(method.id());
    }

    static SubmitCode submit(CodeId code, String digits) {
        return new SubmitCode(code, new Readable(digits));
    }

    /** The context of the record that is called so. */
    static Context context(String record, Instant now) {
        return new Context(now, random(record), Map.of(), 0);
    }

    static Randomness random(String record) {
        return ordinal -> {
            try {
                return MessageDigest.getInstance("SHA-256")
                        .digest((record + "/" + ordinal).getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        };
    }

    /** Hashes nothing, so that tests can say what a hash is of. */
    static final class PlainHasher implements CodeHasher {

        @Override
        public CodeHash hash(Code code, CodeBinding binding) {
            return new CodeHash(bytes(code.digits() + binding.account().value() + binding.method() + binding.code()));
        }

        @Override
        public boolean matches(Code code, CodeBinding binding, CodeHash hash) {
            return hash(code, binding).equals(hash);
        }
    }
}

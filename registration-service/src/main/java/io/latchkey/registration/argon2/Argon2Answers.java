package io.latchkey.registration.argon2;

import io.latchkey.messaging.sealing.LengthPrefixed;
import io.latchkey.registration.question.Answer;
import io.latchkey.registration.question.AnswerBinding;
import io.latchkey.registration.question.AnswerHash;
import io.latchkey.registration.question.AnswerHasher;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Argon2id (RFC 9106) over an HMAC-SHA256 of the answer and all that it is bound to. Whoever has the database alone cannot
 * try a single answer; whoever has the secret too pays for each try.
 */
public final class Argon2Answers implements AnswerHasher {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String ANSWER = "answer";
    private static final String SALT = "salt";
    private static final int SALT_BYTES = 16;

    private final SecretKeySpec pepper;

    /** @param pepper 32 bytes, not kept in the database; with another one no answer matches any more */
    public Argon2Answers(byte[] pepper) {
        if (pepper.length != 32) {
            throw new IllegalArgumentException("the pepper has 32 bytes");
        }
        this.pepper = new SecretKeySpec(pepper, ALGORITHM);
    }

    @Override
    public AnswerHash hash(Answer answer, AnswerBinding binding, UUID commandId) {
        var cost = Argon2id.CURRENT;
        var salt = salt(binding, commandId);
        return new AnswerHash(new PhcString(cost, salt, cost.hash(peppered(answer, binding), salt)).text());
    }

    @Override
    public boolean matches(Answer answer, AnswerBinding binding, AnswerHash hash) {
        var kept = PhcString.parse(hash.phc());
        return MessageDigest.isEqual(kept.cost().hash(peppered(answer, binding), kept.salt()), kept.hash());
    }

    private byte[] peppered(Answer answer, AnswerBinding binding) {
        return hmac(ANSWER, binding, answer.normalised());
    }

    /** Follows from the command, so that preparing it again gives the same hash; nobody can foretell it. */
    private byte[] salt(AnswerBinding binding, UUID commandId) {
        return Arrays.copyOf(hmac(SALT, binding, commandId.toString()), SALT_BYTES);
    }

    private byte[] hmac(String use, AnswerBinding binding, String value) {
        var account = binding.account();
        var message = LengthPrefixed.of(
                use, account.tenantId(), account.userId(), binding.question().value(), value);
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}

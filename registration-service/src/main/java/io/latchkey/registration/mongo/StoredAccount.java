package io.latchkey.registration.mongo;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.registration.method.Registration;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An account as it was found, sealed as it is kept.
 *
 * @param epoch in which {@code revision} counts; of two readings the one with the greater epoch, then the greater revision
 *     is newer
 * @param keyId of the key that its personal fields are sealed under
 */
public record StoredAccount(
        AggregateKey key,
        Instant epoch,
        long revision,
        @Nullable String keyId,
        Document sealed) {

    private static final RegistrationCodec CODEC = new RegistrationCodec();
    private static final BlindCipher BLIND = new BlindCipher();

    /** To be judged by; nothing personal in it is right. */
    public Registration unopened() {
        return CODEC.decode(sealed, BLIND);
    }

    /** Never shows the content. */
    @Override
    public String toString() {
        return "StoredAccount[revision " + revision + "]";
    }
}

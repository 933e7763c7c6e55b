package io.latchkey.messaging.mongo;

import io.latchkey.messaging.decision.AggregateKey;
import org.bson.Document;

/**
 * Between a service's state and the {@code state} field of its document. Personal values go through the cipher, which
 * belongs to the account's own key; no other field may hold one.
 *
 * @param <S> the state
 */
public interface StateCodec<S> {

    Document encode(S state, FieldCipher cipher);

    S decode(Document state, FieldCipher cipher);

    /**
     * Whether this service keeps personal values, sealed under a key per account. Where false, no keys are kept and the
     * cipher refuses to work.
     */
    boolean personal();

    /** Top-level fields that a service's own queries need beside the state, such as a due date; harmless values only. */
    default Document queryable(AggregateKey key, S state) {
        return new Document();
    }
}

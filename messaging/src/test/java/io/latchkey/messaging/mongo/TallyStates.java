package io.latchkey.messaging.mongo;

import org.bson.Document;
import org.bson.types.Binary;

/** Keeps a number; as a personal one, sealed under the account's key. */
public record TallyStates(boolean personal) implements StateCodec<Long> {

    @Override
    public Document encode(Long state, FieldCipher cipher) {
        return personal ? new Document("sum", cipher.seal("sum", state.toString())) : new Document("sum", state);
    }

    @Override
    public Long decode(Document state, FieldCipher cipher) {
        return personal ? Long.valueOf(cipher.open("sum", state.get("sum", Binary.class))) : state.getLong("sum");
    }
}

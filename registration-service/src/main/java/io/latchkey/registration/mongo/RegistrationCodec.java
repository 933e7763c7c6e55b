package io.latchkey.registration.mongo;

import io.latchkey.messaging.mongo.FieldCipher;
import io.latchkey.messaging.mongo.StateCodec;
import io.latchkey.registration.method.DueDate;
import io.latchkey.registration.method.Registration;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A registration as a document. */
@Component
class RegistrationCodec implements StateCodec<Registration> {

    /** From when on the account is to be ticked; absent for never. */
    static final String TICK_AT = "tickAt";

    private static final String ACCOUNT = "account";
    private static final String METHODS = "methods";
    private static final String DUE = "due";
    private static final String AT = "at";
    private static final String ANNOUNCED = "announced";

    @Override
    public Document encode(Registration state, FieldCipher cipher) {
        return new Document(ACCOUNT, new AccountFields(cipher).encode(state.account()))
                .append(METHODS, new MethodFields(cipher).encode(state.methods()))
                .append(DUE, encode(state.due()));
    }

    @Override
    public Registration decode(Document state, FieldCipher cipher) {
        return new Registration(
                new AccountFields(cipher).decode(state.get(ACCOUNT, Document.class)),
                new MethodFields(cipher).decode(state.get(METHODS, Document.class)),
                decode(state.get(DUE, Document.class)));
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public long generation(Registration state) {
        return state.account().generation();
    }

    @Override
    public Document queryable(Registration state) {
        var tickAt = state.tickAt();
        return tickAt == null ? new Document() : new Document(TICK_AT, Date.from(tickAt));
    }

    private static @Nullable Document encode(@Nullable DueDate due) {
        return due == null ? null : new Document(AT, Date.from(due.at())).append(ANNOUNCED, due.announced());
    }

    private static @Nullable DueDate decode(@Nullable Document due) {
        return due == null ? null : new DueDate(due.getDate(AT).toInstant(), due.getBoolean(ANNOUNCED));
    }
}

package io.latchkey.registration.mongo;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.mongo.FieldCipher;
import io.latchkey.registration.method.Registration;
import java.util.Date;
import org.bson.Document;

/** An account as a document. */
final class RegistrationCodec {

    /** From when on the account is to be ticked; absent for never. */
    static final String TICK_AT = "tickAt";

    static final String TENANT = "tenant";

    /** As the account was last judged. */
    static final String REGISTERED = "registered";

    static final String ENABLED = "enabled";
    static final String CAPABLE = "capable";

    /** The version of the policy that it was judged by. */
    static final String JUDGED_BY = "judgedBy";

    static final String ACCOUNT = "account";
    private static final String METHODS = "methods";
    static final String DUE = "due";
    private static final String PROGRESS = "progress";
    private static final String REGISTER = "register";
    static final String STANDING = "standing";

    Document encode(Registration state, FieldCipher cipher) {
        return new Document(ACCOUNT, new AccountFields(cipher).encode(state.account()))
                .append(METHODS, new MethodFields(cipher).encode(state.methods()))
                .append(DUE, DueDateFields.encode(state.due()))
                .append(PROGRESS, ProgressFields.encode(state.progress()))
                .append(REGISTER, RegisterFields.encode(state.register()))
                .append(STANDING, StandingFields.encode(state.standing()));
    }

    Registration decode(Document state, FieldCipher cipher) {
        return new Registration(
                new AccountFields(cipher).decode(state.get(ACCOUNT, Document.class)),
                new MethodFields(cipher).decode(state.get(METHODS, Document.class)),
                DueDateFields.decode(state.get(DUE, Document.class)),
                ProgressFields.decode(state.get(PROGRESS, Document.class)),
                RegisterFields.decode(state.getList(REGISTER, Document.class)),
                StandingFields.decode(state.get(STANDING, Document.class)));
    }

    Document queryable(AggregateKey key, Registration state) {
        var standing = state.standing();
        var queryable = new Document(TENANT, key.tenantId())
                .append(REGISTERED, standing.registered())
                .append(ENABLED, standing.enabled())
                .append(CAPABLE, standing.capable())
                .append(JUDGED_BY, standing.policyVersion());
        var tickAt = state.tickAt();
        return tickAt == null ? queryable : queryable.append(TICK_AT, Date.from(tickAt));
    }
}

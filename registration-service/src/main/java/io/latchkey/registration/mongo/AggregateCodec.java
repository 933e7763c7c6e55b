package io.latchkey.registration.mongo;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.mongo.FieldCipher;
import io.latchkey.messaging.mongo.StateCodec;
import io.latchkey.registration.aggregate.State;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Accounts and tenants as documents; which one a document is shows by what it holds. */
@Component
class AggregateCodec implements StateCodec<State> {

    private static final String VERSIONS = "versions";

    private final RegistrationCodec accounts = new RegistrationCodec();

    @Override
    public Document encode(State state, FieldCipher cipher) {
        return switch (state) {
            case State.OfAccount(var registration) -> accounts.encode(registration, cipher);
            case State.OfTenant(var policy) -> new PolicyFields(cipher).encode(policy);
        };
    }

    @Override
    public State decode(Document state, FieldCipher cipher) {
        return state.containsKey(VERSIONS)
                ? new State.OfTenant(new PolicyFields(cipher).decode(state))
                : new State.OfAccount(accounts.decode(state, cipher));
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Document queryable(AggregateKey key, State state) {
        return switch (state) {
            case State.OfAccount(var registration) -> accounts.queryable(key, registration);
            case State.OfTenant _ -> new Document();
        };
    }
}

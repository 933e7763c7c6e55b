package io.latchkey.registration.mongo;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.policy.MethodKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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

    /** What kinds of methods there are. No more can be said of an account that is not opened: rules compare what is sealed. */
    public Map<MethodId, MethodKind> methods() {
        var methods = CODEC.decode(sealed, BLIND).methods();
        var kinds = new HashMap<MethodId, MethodKind>();
        methods.proven()
                .forEach(proven ->
                        kinds.put(proven.method().id(), proven.method().kind()));
        methods.unproven().forEach(unproven -> kinds.put(unproven.id(), unproven.kind()));
        if (methods.questions() != null) {
            kinds.put(methods.questions().id(), MethodKind.SECURITY_QUESTIONS);
        }
        return kinds;
    }

    /** Never shows the content. */
    @Override
    public String toString() {
        return "StoredAccount[revision " + revision + "]";
    }
}

package io.latchkey.verification.code;

import io.latchkey.messaging.decision.AggregateKey;

/**
 * A registered method that waits for its proof.
 *
 * @param locale BCP 47 tag of the language that its codes are sent in
 */
public record Method(MethodId id, MethodKind kind, Channel channel, Destination destination, String locale) {

    CodeBinding binding(AggregateKey account, CodeId code) {
        return new CodeBinding(account, id, destination.hash(), code);
    }
}

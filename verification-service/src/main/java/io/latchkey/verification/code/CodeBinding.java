package io.latchkey.verification.code;

import io.latchkey.messaging.decision.AggregateKey;

/** Everything that a hash holds for besides the digits: moved anywhere else, it matches nothing. */
public record CodeBinding(AggregateKey account, MethodId method, Opaque destinationHash, CodeId code) {}

package io.latchkey.messaging.sealing;

import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.Sealed;

/** Makes values that only one service can read. Needs public keys only. Thread-safe. */
public interface Sealer {

    /** @throws io.latchkey.messaging.engine.OutageException if no usable public key of the recipient is known yet */
    Sealed seal(KeyOwner recipient, AssociatedData belongsTo, String value);
}

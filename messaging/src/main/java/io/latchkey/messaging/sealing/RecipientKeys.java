package io.latchkey.messaging.sealing;

import io.latchkey.schemas.KeyOwner;

/** Where a sealer finds the key of the service that it seals for. */
@FunctionalInterface
public interface RecipientKeys {

    /** @throws io.latchkey.messaging.engine.OutageException if no usable key of this owner is known yet */
    RecipientKey current(KeyOwner owner);
}

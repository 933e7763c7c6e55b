package io.latchkey.messaging.sealing;

import io.latchkey.messaging.decision.Opened;
import io.latchkey.schemas.Sealed;

/** Reads values that were sealed for this service. Thread-safe. */
public interface Opener {

    /** Never throws for what a sender can get wrong: that is {@link Opened.Unreadable}. */
    Opened open(Sealed sealed, AssociatedData belongsTo);
}

package io.latchkey.messaging.sealing;

import io.latchkey.schemas.KeyOwner;
import java.time.Instant;

/** A public key as its owner announced it. Not to be used before {@code notBefore}. */
public record AnnouncedKey(KeyOwner owner, RecipientKey key, Instant notBefore) {}

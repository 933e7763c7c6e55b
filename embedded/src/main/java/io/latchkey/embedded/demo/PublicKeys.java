package io.latchkey.embedded.demo;

import static java.util.Comparator.comparing;

import com.google.crypto.tink.util.Bytes;
import io.latchkey.messaging.sealing.RecipientKey;
import io.latchkey.messaging.sealing.RecipientKeys;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.PublicKey;
import java.nio.ByteBuffer;
import java.time.Instant;

/** The services' public keys as the keys topic announces them; of several usable ones the latest. */
record PublicKeys(Journal journal) implements RecipientKeys {

    @Override
    public RecipientKey current(KeyOwner owner) {
        return journal
                .awaitAll(
                        "a public key of " + owner,
                        1,
                        seen -> seen.content() instanceof PublicKey key && usable(key, owner))
                .stream()
                .map(seen -> (PublicKey) seen.content())
                .max(comparing(PublicKey::getNotBefore))
                .map(key -> new RecipientKey(key.getKeyId(), bytes(key.getPublicKey())))
                .orElseThrow();
    }

    private static boolean usable(PublicKey key, KeyOwner owner) {
        return key.getOwner() == owner && !key.getNotBefore().isAfter(Instant.now());
    }

    private static Bytes bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return Bytes.copyFrom(bytes);
    }
}

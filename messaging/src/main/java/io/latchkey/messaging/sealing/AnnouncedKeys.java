package io.latchkey.messaging.sealing;

import static java.util.Comparator.comparing;

import com.google.crypto.tink.util.Bytes;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.PublicKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The public keys that were announced and not withdrawn. Of several usable ones the latest counts. */
final class AnnouncedKeys {

    private final Map<String, AnnouncedKey> keys = new ConcurrentHashMap<>();
    private final Set<Fingerprint> pinned;

    /** @param pinned the only keys to accept; empty to accept all */
    AnnouncedKeys(Collection<Fingerprint> pinned) {
        this.pinned = Set.copyOf(pinned);
    }

    /** What became of an announcement. */
    enum Verdict {
        ACCEPTED,
        UNKNOWN_OWNER,
        NOT_PINNED,
        UNUSABLE
    }

    /** Takes the place of what was announced under this key id before. */
    Verdict announce(PublicKey announced) {
        if (announced.getOwner() == KeyOwner.UNKNOWN) {
            return Verdict.UNKNOWN_OWNER;
        }
        return usable(announced).map(key -> keep(announced, key)).orElse(Verdict.UNUSABLE);
    }

    void withdraw(String keyId) {
        keys.remove(keyId);
    }

    Optional<RecipientKey> current(KeyOwner owner, Instant now) {
        return keys.values().stream()
                .filter(key -> key.owner() == owner && !key.notBefore().isAfter(now))
                .max(comparing(AnnouncedKey::notBefore)
                        .thenComparing(key -> key.key().keyId()))
                .map(AnnouncedKey::key);
    }

    /** Ordered by owner, the latest key last. */
    List<AnnouncedKey> all() {
        return keys.values().stream()
                .sorted(comparing(AnnouncedKey::owner).thenComparing(AnnouncedKey::notBefore))
                .toList();
    }

    boolean holds(KeyOwner owner, RecipientKey key) {
        var known = keys.get(key.keyId());
        return known != null && known.owner() == owner && known.key().equals(key);
    }

    private Verdict keep(PublicKey announced, RecipientKey key) {
        if (!pinned.isEmpty() && !pinned.contains(key.fingerprint())) {
            return Verdict.NOT_PINNED;
        }
        keys.put(key.keyId(), new AnnouncedKey(announced.getOwner(), key, announced.getNotBefore()));
        return Verdict.ACCEPTED;
    }

    /** Tried at once, so that a bad key is refused here and not when something must be sealed. */
    private static Optional<RecipientKey> usable(PublicKey announced) {
        try {
            var bytes = new byte[announced.getPublicKey().remaining()];
            announced.getPublicKey().duplicate().get(bytes);
            var key = new RecipientKey(announced.getKeyId(), Bytes.copyFrom(bytes));
            key.wrap(new byte[DataKey.SIZE]);
            return Optional.of(key);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

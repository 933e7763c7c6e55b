package io.latchkey.messaging.sealing;

import static io.latchkey.messaging.sealing.AnnouncedKeys.Verdict.ACCEPTED;
import static io.latchkey.messaging.sealing.AnnouncedKeys.Verdict.NOT_PINNED;
import static io.latchkey.messaging.sealing.AnnouncedKeys.Verdict.UNKNOWN_OWNER;
import static io.latchkey.messaging.sealing.AnnouncedKeys.Verdict.UNUSABLE;
import static io.latchkey.schemas.KeyOwner.NOTIFICATION;
import static io.latchkey.schemas.KeyOwner.REGISTRATION;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.PublicKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncedKeysTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final RecipientKey FIRST = SealingKeys.generate(REGISTRATION).primary();
    private static final RecipientKey SECOND =
            SealingKeys.generate(REGISTRATION).primary();

    private final AnnouncedKeys keys = new AnnouncedKeys(List.of());

    @Test
    void theLatestUsableKeyCounts() {
        keys.announce(announcement(REGISTRATION, FIRST, NOON));
        keys.announce(announcement(REGISTRATION, SECOND, NOON.plus(1, MINUTES)));
        assertThat(keys.current(REGISTRATION, NOON)).contains(FIRST);
        assertThat(keys.current(REGISTRATION, NOON.plus(1, MINUTES))).contains(SECOND);
    }

    @Test
    void aKeyIsNotUsedBeforeItsTime() {
        keys.announce(announcement(REGISTRATION, FIRST, NOON));
        assertThat(keys.current(REGISTRATION, NOON.minusMillis(1))).isEmpty();
    }

    @Test
    void aKeyServesItsOwnerOnly() {
        keys.announce(announcement(REGISTRATION, FIRST, NOON));
        assertThat(keys.current(NOTIFICATION, NOON)).isEmpty();
        assertThat(keys.holds(REGISTRATION, FIRST)).isTrue();
        assertThat(keys.holds(NOTIFICATION, FIRST)).isFalse();
    }

    @Test
    void aWithdrawnKeyGivesWayToTheOneBefore() {
        keys.announce(announcement(REGISTRATION, FIRST, NOON));
        keys.announce(announcement(REGISTRATION, SECOND, NOON.plus(1, MINUTES)));
        keys.withdraw(SECOND.keyId());
        assertThat(keys.current(REGISTRATION, NOON.plus(2, MINUTES))).contains(FIRST);
    }

    @Test
    void onlyPinnedKeysAreTaken() {
        var pinning = new AnnouncedKeys(List.of(FIRST.fingerprint()));
        assertThat(pinning.announce(announcement(REGISTRATION, SECOND, NOON))).isEqualTo(NOT_PINNED);
        assertThat(pinning.announce(announcement(REGISTRATION, FIRST, NOON))).isEqualTo(ACCEPTED);
        assertThat(pinning.all()).containsExactly(new AnnouncedKey(REGISTRATION, FIRST, NOON));
    }

    @Test
    void anOwnerOfALaterVersionIsUnknown() {
        assertThat(keys.announce(announcement(KeyOwner.UNKNOWN, FIRST, NOON))).isEqualTo(UNKNOWN_OWNER);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 32, 33, 65})
    void zerosAndWrongLengthsAreNoKeys(int length) {
        var bad = new PublicKey(UUID.randomUUID(), NOON, "k", REGISTRATION, ByteBuffer.allocate(length), NOON);
        assertThat(keys.announce(bad)).isEqualTo(UNUSABLE);
        assertThat(keys.all()).isEmpty();
    }

    private static PublicKey announcement(KeyOwner owner, RecipientKey key, Instant notBefore) {
        return new PublicKey(
                UUID.randomUUID(),
                NOON,
                key.keyId(),
                owner,
                ByteBuffer.wrap(key.publicKey().toByteArray()),
                notBefore);
    }
}

package io.latchkey.messaging.sealing;

import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.Sealed;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Seals with a data key that is wrapped once and used for many fields, so that a field costs one AES-GCM. */
public final class HpkeSealer implements Sealer {

    /** In UTF-8. */
    public static final int MAX_VALUE_SIZE = 4096;

    private static final Duration DATA_KEY_LIFETIME = Duration.ofMinutes(10);
    private static final int FIELDS_PER_DATA_KEY = 1 << 20;

    private final RecipientKeys recipients;
    private final InstantSource clock;
    private final int fieldsPerDataKey;
    private final Map<KeyOwner, Wrapped> current = new ConcurrentHashMap<>();

    public HpkeSealer(RecipientKeys recipients, InstantSource clock) {
        this(recipients, clock, FIELDS_PER_DATA_KEY);
    }

    HpkeSealer(RecipientKeys recipients, InstantSource clock, int fieldsPerDataKey) {
        this.recipients = recipients;
        this.clock = clock;
        this.fieldsPerDataKey = fieldsPerDataKey;
    }

    /** @throws IllegalArgumentException if the value is longer than {@link #MAX_VALUE_SIZE} or no valid UTF-16 */
    @Override
    public Sealed seal(KeyOwner recipient, AssociatedData belongsTo, String value) {
        var utf8 = utf8(value);
        var wrapped = wrappedFor(recipient);
        return new Sealed(
                wrapped.recipient().keyId(),
                ByteBuffer.wrap(wrapped.wrappedKey()).asReadOnlyBuffer(),
                ByteBuffer.wrap(wrapped.key().encrypt(utf8, belongsTo.bytes())));
    }

    private Wrapped wrappedFor(KeyOwner owner) {
        var recipient = recipients.current(owner);
        var now = clock.instant();
        return current.compute(
                owner,
                (any, last) -> last != null && usable(last, recipient, now) ? last.used() : fresh(recipient, now));
    }

    private boolean usable(Wrapped last, RecipientKey recipient, Instant now) {
        return last.recipient().equals(recipient)
                && last.fields() < fieldsPerDataKey
                && !now.isBefore(last.since())
                && now.isBefore(last.since().plus(DATA_KEY_LIFETIME));
    }

    private static Wrapped fresh(RecipientKey recipient, Instant now) {
        var dataKey = DataKey.random();
        return new Wrapped(recipient, new DataKey(dataKey), recipient.wrap(dataKey), now, 1);
    }

    private static byte[] utf8(String value) {
        var encoded = encode(value);
        if (encoded == null || encoded.remaining() > MAX_VALUE_SIZE) {
            throw new IllegalArgumentException("a value to seal is text of at most " + MAX_VALUE_SIZE + " bytes");
        }
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    private static @Nullable ByteBuffer encode(String value) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private record Wrapped(RecipientKey recipient, DataKey key, byte[] wrappedKey, Instant since, int fields) {

        Wrapped used() {
            return new Wrapped(recipient, key, wrappedKey, since, fields + 1);
        }
    }
}

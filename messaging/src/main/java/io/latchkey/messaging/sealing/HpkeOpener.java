package io.latchkey.messaging.sealing;

import com.google.crypto.tink.util.Bytes;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.decision.Opened.Readable;
import io.latchkey.messaging.decision.Opened.Unreadable;
import io.latchkey.schemas.Sealed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Opens with one of the service's private keys, and remembers the data keys it unwrapped last. */
public final class HpkeOpener implements Opener {

    private static final int REMEMBERED_KEYS = 4096;
    private static final int MAX_CIPHERTEXT_SIZE = 12 + HpkeSealer.MAX_VALUE_SIZE + 16;

    private final SealingKeys keys;
    private final LeastRecentlyUsed<WrappedKey, DataKey> unwrapped = new LeastRecentlyUsed<>(REMEMBERED_KEYS);

    public HpkeOpener(SealingKeys keys) {
        this.keys = keys;
    }

    @Override
    public Opened open(Sealed sealed, AssociatedData belongsTo) {
        if (sealed.getWrappedKey().remaining() != Hpke.WRAPPED_KEY_SIZE
                || sealed.getCiphertext().remaining() > MAX_CIPHERTEXT_SIZE) {
            return new Unreadable();
        }
        return dataKey(new WrappedKey(sealed.getRecipientKeyId(), Bytes.copyFrom(bytes(sealed.getWrappedKey()))))
                .flatMap(key -> key.decrypt(bytes(sealed.getCiphertext()), belongsTo.bytes()))
                .map(HpkeOpener::text)
                .orElseGet(Unreadable::new);
    }

    /** What cannot be unwrapped is not remembered: otherwise garbage would push out the keys in use. */
    private Optional<DataKey> dataKey(WrappedKey wrapped) {
        return unwrapped.get(wrapped).or(() -> unwrap(wrapped));
    }

    private Optional<DataKey> unwrap(WrappedKey wrapped) {
        var key = keys.unwrap(wrapped.keyId(), wrapped.bytes().toByteArray());
        key.ifPresent(found -> unwrapped.put(wrapped, found));
        return key;
    }

    private static Opened text(byte[] utf8) {
        try {
            return new Readable(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            return new Unreadable();
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private record WrappedKey(String keyId, Bytes bytes) {}
}

package io.latchkey.verification.kafka;

import io.latchkey.schemas.Sealed;
import io.latchkey.verification.code.Opaque;
import io.latchkey.verification.code.SealedDestination;
import java.nio.ByteBuffer;

/** Sealed destinations pass through unread. */
final class Seals {

    private Seals() {}

    static SealedDestination opaque(Sealed sealed) {
        return new SealedDestination(
                sealed.getRecipientKeyId(), opaque(sealed.getWrappedKey()), opaque(sealed.getCiphertext()));
    }

    static Sealed sealed(SealedDestination destination) {
        return new Sealed(
                destination.recipientKeyId(),
                ByteBuffer.wrap(destination.wrappedKey().bytes()),
                ByteBuffer.wrap(destination.ciphertext().bytes()));
    }

    static Opaque opaque(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return new Opaque(bytes);
    }
}

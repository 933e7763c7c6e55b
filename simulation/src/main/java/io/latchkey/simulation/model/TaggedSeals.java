package io.latchkey.simulation.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.Sealed;
import java.nio.ByteBuffer;

/**
 * Seals without cryptography: the value, tagged with whom it is for and what it belongs to, and refused to anybody else and
 * anywhere else, as real seals are.
 */
public final class TaggedSeals implements Sealer {

    private static final String SEPARATOR = "\n";

    @Override
    public Sealed seal(KeyOwner recipient, AssociatedData belongsTo, String value) {
        var text = tag(recipient, belongsTo) + value;
        return new Sealed(recipient.name(), ByteBuffer.allocate(0), ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    /** Opens what was sealed for one service. */
    public static Opener opener(KeyOwner owner) {
        return (closed, belongsTo) -> {
            var text = UTF_8.decode(closed.getCiphertext().duplicate()).toString();
            var tag = tag(owner, belongsTo);
            return text.startsWith(tag) ? new Opened.Readable(text.substring(tag.length())) : new Opened.Unreadable();
        };
    }

    private static String tag(KeyOwner recipient, AssociatedData belongsTo) {
        return String.join(
                SEPARATOR,
                recipient.name(),
                belongsTo.purpose(),
                belongsTo.key().value(),
                belongsTo.boundTo().toString(),
                "");
    }
}

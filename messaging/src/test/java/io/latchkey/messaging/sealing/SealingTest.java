package io.latchkey.messaging.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened.Readable;
import io.latchkey.messaging.decision.Opened.Unreadable;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.Sealed;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final AggregateKey ACCOUNT = new AggregateKey("acme", "u-1");
    private static final UUID COMMAND = UUID.fromString("6f9619ff-8b86-4d11-b42d-00c04fc964ff");
    private static final AssociatedData PHONE = new AssociatedData(AssociatedData.DESTINATION, ACCOUNT, COMMAND);

    private static final SealingKeys KEYS = SealingKeys.generate(KeyOwner.REGISTRATION);
    private static final HpkeSealer SEALER = new HpkeSealer(owner -> KEYS.primary(), () -> Instant.EPOCH);
    private static final HpkeOpener OPENER = new HpkeOpener(KEYS);

    private static Sealed sealed(String value) {
        return SEALER.seal(KeyOwner.REGISTRATION, PHONE, value);
    }

    @Property(tries = 200)
    void whatIsSealedCanBeOpened(@ForAll @StringLength(max = 200) String value) {
        Assume.that(value.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE));
        assertThat(OPENER.open(sealed(value), PHONE)).isEqualTo(new Readable(value));
    }

    @Property(tries = 500)
    void anyFlippedBitMakesItUnreadable(@ForAll @IntRange(max = 8 * 92 - 1) int bit) {
        var sealed = sealed("+4915112345678");
        var wrapped = sealed.getWrappedKey().remaining() * 8;
        var tampered = bit < wrapped
                ? new Sealed(sealed.getRecipientKeyId(), flipped(sealed.getWrappedKey(), bit), sealed.getCiphertext())
                : new Sealed(
                        sealed.getRecipientKeyId(),
                        sealed.getWrappedKey(),
                        flipped(sealed.getCiphertext(), bit - wrapped));
        assertThat(OPENER.open(tampered, PHONE)).isEqualTo(new Unreadable());
    }

    private static ByteBuffer flipped(ByteBuffer buffer, int bit) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return ByteBuffer.wrap(bytes);
    }

    @Test
    void theDataKeyIsWrappedOnceForManyFields() {
        assertThat(sealed("a").getWrappedKey()).isEqualTo(sealed("b").getWrappedKey());
    }
}

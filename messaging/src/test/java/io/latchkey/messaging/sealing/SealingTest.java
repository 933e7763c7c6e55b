package io.latchkey.messaging.sealing;

import static io.latchkey.messaging.sealing.AssociatedData.CODE;
import static io.latchkey.messaging.sealing.AssociatedData.DESTINATION;
import static io.latchkey.schemas.KeyOwner.REGISTRATION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.decision.Opened.Readable;
import io.latchkey.messaging.decision.Opened.Unreadable;
import io.latchkey.schemas.Sealed;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {

    private static final AggregateKey ACCOUNT = new AggregateKey("acme", "u-1");
    private static final UUID COMMAND = UUID.fromString("018f3c1e-7a52-7c3e-9b1d-2f6a4c8e0b11");
    private static final AssociatedData PHONE = new AssociatedData(DESTINATION, ACCOUNT, COMMAND);
    private static final String NUMBER = "+4915112345678";

    private static final SealingKeys KEYS = SealingKeys.generate(REGISTRATION);
    private static final Opener OPENER = new HpkeOpener(KEYS);

    private static final Sealed SEALED = sealed(NUMBER);
    private static final int WRAPPED_KEY_BYTES = 80;
    private static final int ALL_BYTES = WRAPPED_KEY_BYTES + 12 + 14 + 16;

    @Property(tries = 300)
    void whatIsSealedOpens(@ForAll("texts") String value) {
        assertThat(OPENER.open(sealed(value), PHONE)).isEqualTo(new Readable(value));
    }

    @Test
    void aSealedFieldHasTheLayoutOfTheContract() {
        assertThat(SEALED.getRecipientKeyId()).isEqualTo(KEYS.primary().keyId());
        assertThat(SEALED.getWrappedKey().remaining()).isEqualTo(WRAPPED_KEY_BYTES);
        assertThat(SEALED.getCiphertext().remaining()).isEqualTo(ALL_BYTES - WRAPPED_KEY_BYTES);
    }

    @Property
    void anyFlippedBitMakesItUnreadable(@ForAll @IntRange(max = 8 * ALL_BYTES - 1) int bit) {
        int inCiphertext = bit - 8 * WRAPPED_KEY_BYTES;
        var tampered = inCiphertext < 0
                ? with(flipped(SEALED.getWrappedKey(), bit), bytes(SEALED.getCiphertext()))
                : with(bytes(SEALED.getWrappedKey()), flipped(SEALED.getCiphertext(), inCiphertext));
        assertThat(OPENER.open(tampered, PHONE)).isEqualTo(new Unreadable());
    }

    @Property
    void anyMissingByteMakesItUnreadable(
            @ForAll @IntRange(max = WRAPPED_KEY_BYTES) int wrapped,
            @ForAll @IntRange(max = ALL_BYTES - WRAPPED_KEY_BYTES - 1) int ciphertext) {
        var cut = with(
                Arrays.copyOf(bytes(SEALED.getWrappedKey()), wrapped),
                Arrays.copyOf(bytes(SEALED.getCiphertext()), ciphertext));
        assertThat(OPENER.open(cut, PHONE)).isEqualTo(new Unreadable());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 1 << 20})
    void anyAddedByteMakesItUnreadable(int more) {
        var ciphertext = bytes(SEALED.getCiphertext());
        var wrapped = bytes(SEALED.getWrappedKey());
        assertThat(OPENER.open(with(wrapped, Arrays.copyOf(ciphertext, ciphertext.length + more)), PHONE))
                .isEqualTo(new Unreadable());
        assertThat(OPENER.open(with(Arrays.copyOf(wrapped, wrapped.length + more), ciphertext), PHONE))
                .isEqualTo(new Unreadable());
    }

    static Stream<AssociatedData> elsewhere() {
        return Stream.of(
                new AssociatedData(CODE, ACCOUNT, COMMAND),
                new AssociatedData(DESTINATION, new AggregateKey("acme", "u-2"), COMMAND),
                new AssociatedData(DESTINATION, new AggregateKey("other", "u-1"), COMMAND),
                new AssociatedData(DESTINATION, new AggregateKey("acmeu", "-1"), COMMAND),
                new AssociatedData(DESTINATION, ACCOUNT, new UUID(COMMAND.getMostSignificantBits(), 1)));
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void itIsUnreadableAnywhereElse(AssociatedData elsewhere) {
        assertThat(OPENER.open(SEALED, elsewhere)).isEqualTo(new Unreadable());
    }

    @Property(tries = 300)
    void partsCannotRunIntoEachOther(@ForAll("ids") String tenant, @ForAll("ids") String user) {
        var moved = new AssociatedData(DESTINATION, new AggregateKey(tenant + user, "u"), COMMAND);
        var other = new AssociatedData(DESTINATION, new AggregateKey(tenant, user + "u"), COMMAND);
        assertThat(moved.bytes()).isNotEqualTo(other.bytes());
    }

    @Test
    void anotherRecipientCannotOpenIt() {
        assertThat(new HpkeOpener(SealingKeys.generate(REGISTRATION)).open(SEALED, PHONE))
                .isEqualTo(new Unreadable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "registration-0000000000000000", "\u0000"})
    void anUnknownKeyIdIsUnreadable(String keyId) {
        var sealed = new Sealed(keyId, SEALED.getWrappedKey(), SEALED.getCiphertext());
        assertThat(OPENER.open(sealed, PHONE)).isEqualTo(new Unreadable());
    }

    /** The key's id is part of what is wrapped: another sender's label on the same bytes does not open. */
    @Test
    void aKeyWrappedUnderAnotherIdIsUnreadable() {
        var renamed = new RecipientKey("another", KEYS.primary().publicKey());
        var sealed = sealer(renamed).seal(REGISTRATION, PHONE, NUMBER);
        var relabelled = new Sealed(KEYS.primary().keyId(), sealed.getWrappedKey(), sealed.getCiphertext());
        assertThat(OPENER.open(relabelled, PHONE)).isEqualTo(new Unreadable());
    }

    @Test
    void openingLeavesTheRecordAsItWas() {
        OPENER.open(SEALED, PHONE);
        assertThat(OPENER.open(SEALED, PHONE)).isEqualTo(new Readable(NUMBER));
    }

    @Test
    void aValueTooLongIsNotSealed() {
        assertThat(OPENER.open(sealed("x".repeat(4096)), PHONE)).isInstanceOf(Readable.class);
        assertThatIllegalArgumentException().isThrownBy(() -> sealed("x".repeat(4097)));
        assertThatIllegalArgumentException().isThrownBy(() -> sealed("ü".repeat(2049)));
    }

    @Test
    void aBrokenTextIsNotSealed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sealed("+49\ud800"))
                .withMessageNotContaining("+49");
    }

    @Test
    void aFieldIsSealedAnewEachTime() {
        assertThat(sealed(NUMBER).getCiphertext()).isNotEqualTo(sealed(NUMBER).getCiphertext());
    }

    @Test
    void nothingOpenedShowsInText() {
        Opened opened = OPENER.open(SEALED, PHONE);
        assertThat(opened).isEqualTo(new Readable(NUMBER)).hasToString("•••");
        assertThat(SEALED.toString()).doesNotContain(NUMBER);
        assertThat(new DataKey(new byte[32])).hasToString("DataKey[•••]");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMaxLength(200)
                .filter(text -> new String(text.getBytes(UTF_8), UTF_8).equals(text));
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(20);
    }

    private static HpkeSealer sealer(RecipientKey recipient) {
        return new HpkeSealer(owner -> recipient, InstantSource.system());
    }

    private static Sealed sealed(String value) {
        return sealer(KEYS.primary()).seal(REGISTRATION, PHONE, value);
    }

    private static Sealed with(byte[] wrappedKey, byte[] ciphertext) {
        return new Sealed(KEYS.primary().keyId(), ByteBuffer.wrap(wrappedKey), ByteBuffer.wrap(ciphertext));
    }

    private static byte[] flipped(ByteBuffer buffer, int bit) {
        var bytes = bytes(buffer);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return bytes;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}

package io.latchkey.messaging.sealing;

import static io.latchkey.schemas.KeyOwner.NOTIFICATION;
import static io.latchkey.schemas.KeyOwner.REGISTRATION;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened.Readable;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.schemas.KeyOwner;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataKeyLifetimeTest {

    private static final AssociatedData PHONE =
            new AssociatedData(AssociatedData.DESTINATION, new AggregateKey("acme", "u-1"), UUID.randomUUID());

    private SealingKeys keys = SealingKeys.generate(REGISTRATION);
    private Instant now = Instant.parse("2026-06-01T12:00:00Z");
    private final Sealer sealer = new HpkeSealer(owner -> keys.primary(), () -> now);

    @Test
    void oneDataKeyServesForTenMinutes() {
        var first = wrappedKey(REGISTRATION);
        now = now.plus(Duration.ofMinutes(10).minusMillis(1));
        assertThat(wrappedKey(REGISTRATION)).isEqualTo(first);
        now = now.plusMillis(1);
        assertThat(wrappedKey(REGISTRATION)).isNotEqualTo(first);
    }

    @Test
    void aClockSetBackDoesNotStretchIt() {
        var first = wrappedKey(REGISTRATION);
        now = now.minusMillis(1);
        assertThat(wrappedKey(REGISTRATION)).isNotEqualTo(first);
    }

    @Test
    void oneDataKeyServesSoManyFieldsAndNoMore() {
        var three = new HpkeSealer(owner -> keys.primary(), () -> now, 3);
        var wrapped = IntStream.range(0, 7)
                .mapToObj(field -> three.seal(REGISTRATION, PHONE, "1").getWrappedKey())
                .toList();
        assertThat(wrapped.subList(0, 3)).containsOnly(wrapped.getFirst());
        assertThat(wrapped.stream().distinct()).hasSize(3);
    }

    @Test
    void aNewRecipientKeyGetsANewDataKey() {
        wrappedKey(REGISTRATION);
        keys = SealingKeys.generate(REGISTRATION);
        assertThat(new HpkeOpener(keys).open(sealer.seal(REGISTRATION, PHONE, "1"), PHONE))
                .isEqualTo(new Readable("1"));
    }

    @Test
    void everyRecipientHasItsOwn() {
        assertThat(wrappedKey(REGISTRATION)).isNotEqualTo(wrappedKey(NOTIFICATION));
    }

    @Test
    void manyThreadsShareOneDataKey() {
        var opener = new HpkeOpener(keys);
        var sealed = IntStream.range(0, 1_000)
                .parallel()
                .mapToObj(i -> sealer.seal(REGISTRATION, PHONE, String.valueOf(i)))
                .toList();
        assertThat(sealed.stream().map(each -> each.getWrappedKey()).collect(toSet()))
                .hasSize(1);
        assertThat(sealed.parallelStream().map(each -> opener.open(each, PHONE)).collect(toSet()))
                .hasSize(1_000);
    }

    @Test
    void anUnknownRecipientIsAnOutage() {
        var none = new HpkeSealer(
                owner -> {
                    throw new OutageException("no key");
                },
                () -> now);
        assertThatThrownBy(() -> none.seal(REGISTRATION, PHONE, "1")).isInstanceOf(OutageException.class);
    }

    private ByteBuffer wrappedKey(KeyOwner owner) {
        return sealer.seal(owner, PHONE, "1").getWrappedKey();
    }
}

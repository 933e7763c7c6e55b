package io.latchkey.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.latchkey.infrastructure.Ports;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.PolicyDefined;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Reading a compacted topic through records that cannot be read, and outages of what reading needs. */
class CompactedViewTest extends PolicyTopic {

    @Test
    void whatCannotBeReadIsSkippedOnceAndLeavesWhatWasKnown() throws Exception {
        put(defined(1, 7));
        send(CONTOSO, new byte[] {1, 2, 3});
        send(CONTOSO, null);
        send(null, values.encode(topic, defined(2, 8)));
        send("fabrikam", values.encode(topic, defined(2, 8)));
        send(CONTOSO, values.encode(topic, new CodeVerified(metadata(CONTOSO, EPOCH, 9), id(), id())));
        put(defined(3, UNREADABLE));
        put(defined(4, 8));
        var warnings = warnings();
        var outages = new AtomicInteger();
        var view = view(broker::bootstrapServers, outages, 2);
        view.start();
        await().untilAsserted(() -> assertThat(view.problem()).isEmpty());
        assertThat(view.value(CONTOSO)).contains(8);
        assertThat(warnings.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .extracting(line -> line.substring(line.indexOf(": ") + 2))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).isEqualTo("MALFORMED"),
                        line -> assertThat(line).isEqualTo("NO_EPOCH_OR_SEQUENCE"),
                        line -> assertThat(line).isEqualTo("NO_KEY"),
                        line -> assertThat(line).isEqualTo("KEY_MISMATCH"),
                        line -> assertThat(line).isEqualTo("UNEXPECTED_TYPE"),
                        line -> assertThat(line).startsWith("READING_FAILED: java.lang.IllegalArgumentException"));
    }

    private ListAppender<ILoggingEvent> warnings() {
        var lines = new ListAppender<ILoggingEvent>();
        var logger = (Logger) LoggerFactory.getLogger(SkippedRecords.class);
        lines.start();
        logger.addAppender(lines);
        opened.add(() -> logger.detachAppender(lines));
        return lines;
    }

    @Test
    void aBrokerThatIsAwayAtTheStartIsWaitedFor() throws Exception {
        put(defined(1, 7));
        var address = new AtomicReference<>(Ports.LOOPBACK + ":" + Ports.orFree(0));
        var view = view(address::get, new AtomicInteger(), 0);
        view.start();
        await().untilAsserted(() -> assertThat(view.problem())
                .hasValueSatisfying(reason -> assertThat(reason).contains("TimeoutException")));
        assertThatThrownBy(() -> view.value(CONTOSO)).isInstanceOf(OutageException.class);
        address.set(broker.bootstrapServers());
        await().untilAsserted(() -> assertThat(view.problem()).isEmpty());
        assertThat(view.value(CONTOSO)).contains(7);
    }

    @Test
    void whatWasKnownStaysInUseThroughAnOutageAndIsReadAnewAfterIt() throws Exception {
        put(defined(1, 7));
        var outages = new AtomicInteger();
        var view = view(broker::bootstrapServers, outages, 2);
        view.start();
        await().until(() -> view.problem().isEmpty());
        put(defined(2, 8));
        await().until(() -> outages.get() > 0);
        assertThat(view.value(CONTOSO)).contains(7);
        await().untilAsserted(() -> assertThat(view.value(CONTOSO)).contains(8));
        assertThat(outages).hasValue(2);
    }

    /** Something that reading needs does not answer, this many times, when codes of 8 digits are read. */
    private CompactedView<Integer> view(Supplier<String> address, AtomicInteger outages, int most) {
        return opened(new CompactedView<>(
                "policies",
                topic,
                () -> new KafkaConsumer<>(settings(address.get()).reader()),
                values,
                record -> {
                    if (record instanceof PolicyDefined && length(record) == 8 && outages.get() < most) {
                        outages.incrementAndGet();
                        throw new OutageException("something does not answer");
                    }
                    return record instanceof PolicyDefined ? Optional.of(length(record)) : Optional.empty();
                }));
    }
}

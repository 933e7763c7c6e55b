package io.latchkey.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.engine.OutputRecord;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KafkaLogTest {

    private static final List<OutputRecord> BATCH = List.of(record("first"), record("second"));

    /** Its records linger until they are flushed. */
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());

    private final KafkaLog log = new KafkaLog(producer, new OffsetCommits());

    @Test
    @Timeout(10)
    void aBatchDoesNotWaitUntilItsRecordsHaveLingered() {
        log.produce(BATCH);

        assertThat(producer.history())
                .extracting(ProducerRecord::value)
                .map(String::new)
                .containsExactly("first", "second");
    }

    @Test
    void aBatchThatIsNotTakenIsAnOutageAndQuotesNothing() {
        producer.sendException = new AuthorizationException("first");

        assertThatThrownBy(() -> log.produce(BATCH))
                .isInstanceOf(OutageException.class)
                .hasMessageContaining("AuthorizationException")
                .hasMessageNotContaining("first");
    }

    private static OutputRecord record(String value) {
        return new OutputRecord("topic", "acme/user".getBytes(UTF_8), value.getBytes(UTF_8), List.of());
    }
}

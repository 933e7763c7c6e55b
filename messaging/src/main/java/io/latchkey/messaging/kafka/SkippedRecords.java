package io.latchkey.messaging.kafka;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records of a followed topic that say nothing usable: a warning names the place of each, once however often it is read. */
public final class SkippedRecords {

    private static final Logger log = LoggerFactory.getLogger(SkippedRecords.class);

    private final Set<String> places = ConcurrentHashMap.newKeySet();

    /** @param reason a word; holds nothing of the content */
    public void skip(ConsumerRecord<byte[], byte[]> record, String reason) {
        var place = record.topic() + "-" + record.partition() + "@" + record.offset();
        if (places.add(place)) {
            log.warn("skipped {}: {}", place, reason);
        }
    }
}

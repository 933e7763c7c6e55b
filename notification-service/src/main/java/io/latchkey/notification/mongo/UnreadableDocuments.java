package io.latchkey.notification.mongo;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and names each document that this version cannot read, once; a later version may have written it. */
final class UnreadableDocuments implements Consumer<UUID> {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableDocuments.class);

    private final Set<UUID> known = ConcurrentHashMap.newKeySet();
    private final Counter counter;

    UnreadableDocuments(MeterRegistry registry) {
        this.counter = registry.counter("latchkey.notification.unreadable");
    }

    @Override
    public void accept(UUID id) {
        if (known.add(id)) {
            counter.increment();
            LOG.error("notification {} cannot be read and is left as it is", id);
        }
    }
}

package io.latchkey.messaging.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes dead letters: original key, value and headers, plus why and from where. A dead letter made again is the same, so
 * operators can tell a repeat by its id.
 */
public final class DeadLetters {

    /** Every header that Latchkey adds to a dead letter begins with this. */
    public static final String PREFIX = "latchkey-dead-letter-";

    public static final String ID = PREFIX + "id";
    public static final String REASON = PREFIX + "reason";
    public static final String DETAIL = PREFIX + "detail";
    public static final String SERVICE = PREFIX + "service";
    public static final String TOPIC = PREFIX + "topic";
    public static final String TOPIC_ID = PREFIX + "topic-id";
    public static final String PARTITION = PREFIX + "partition";
    public static final String OFFSET = PREFIX + "offset";
    /** Epoch milliseconds of the original's log time. */
    public static final String TIMESTAMP = PREFIX + "timestamp";

    /** How often it was redriven before, from 0; each attempt's dead letter has an id of its own. */
    public static final String ATTEMPT = PREFIX + "attempt";

    /** Of an original that compression let through though no dead-letter topic takes it, the value is left out. */
    private static final int MAX_ORIGINAL_BYTES = 1900 * 1024;

    private static final String TOPIC_SUFFIX = ".dlt";

    private final String service;

    public DeadLetters(String service) {
        this.service = service;
    }

    /** @param detail for operators; holds nothing of the record's content */
    public OutputRecord of(LogEntry entry, DeadLetterReason reason, String detail) {
        return of(entry.original(), entry.attempt(), reason, detail);
    }

    /** @param detail for operators; holds nothing of the record's content */
    public OutputRecord of(InputRecord original, DeadLetterReason reason, String detail) {
        return of(original, 0, reason, detail);
    }

    private OutputRecord of(InputRecord original, int attempt, DeadLetterReason reason, String detail) {
        var headers = new ArrayList<>(original.headers());
        headers.addAll(List.of(
                Header.of(ID, Ids.deadLetter(original, attempt).toString()),
                Header.of(REASON, reason.name()),
                Header.of(DETAIL, detail),
                Header.of(SERVICE, service),
                Header.of(TOPIC, original.partition().topic()),
                Header.of(TOPIC_ID, original.partition().topicId().toString()),
                Header.of(PARTITION, Integer.toString(original.partition().partition())),
                Header.of(OFFSET, Long.toString(original.offset())),
                Header.of(TIMESTAMP, Long.toString(original.logTime().toEpochMilli())),
                Header.of(ATTEMPT, Integer.toString(attempt))));
        var value = original.size() > MAX_ORIGINAL_BYTES ? null : original.value();
        return new OutputRecord(original.partition().topic() + TOPIC_SUFFIX, original.key(), value, headers);
    }

    static UUID id(LogEntry entry) {
        return Ids.deadLetter(entry.original(), entry.attempt());
    }
}

package io.latchkey.embedded.demo;

import java.io.PrintWriter;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** What the demo prints: per record its age since its command, its place, and what may be shown of it. */
final class Transcript {

    private static final String RECORD = "%7d ms  %-28s %2d @ %-4d %-22s %s%n";
    private static final String REMARK = "%12s%s%n";

    private final PrintWriter out;
    private final String topicPrefix;

    Transcript(PrintWriter out, String topicPrefix) {
        this.out = out;
        this.topicPrefix = topicPrefix;
    }

    void step(String title) {
        out.printf("%n%s%n", title);
    }

    void remark(String text) {
        out.printf(REMARK, "", text);
    }

    void sent(Sent sent) {
        line(
                0,
                sent.place().topic(),
                sent.place().partition(),
                sent.place().offset(),
                name(sent.command()),
                Summary.of(sent.command()));
    }

    void bytes(RecordMetadata place, int length) {
        line(0, place.topic(), place.partition(), place.offset(), "(" + length + " bytes)", "");
    }

    /** @param since when its cause happened, by this JVM's clock */
    void seen(Observed seen, long since) {
        var content = seen.content();
        var name = content == null ? "dead letter" : name(content);
        var summary = content == null ? seen.deadLetterReason() : Summary.of(content);
        line(
                seen.nanos() - since,
                seen.raw().topic(),
                seen.raw().partition(),
                seen.raw().offset(),
                name,
                summary);
    }

    private void line(long nanos, String topic, int partition, long offset, String name, String summary) {
        var shortTopic = topic.startsWith(topicPrefix) ? topic.substring(topicPrefix.length()) : topic;
        out.printf(RECORD, Duration.ofNanos(nanos).toMillis(), shortTopic, partition, offset, name, summary);
    }

    private static String name(SpecificRecord record) {
        return record.getSchema().getName();
    }
}

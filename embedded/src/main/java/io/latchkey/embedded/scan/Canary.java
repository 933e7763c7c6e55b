package io.latchkey.embedded.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A value planted in every kind of place: a scan that does not find it there has not looked there. */
public record Canary(String address) {

    private static final Logger log = LoggerFactory.getLogger(Canary.class);

    private static final String LABEL = "canary";

    /** Never planted before. */
    public static Canary fresh() {
        return new Canary("canary." + UUID.randomUUID() + "@example.org");
    }

    public Needle needle() {
        return Needle.text(LABEL, address);
    }

    public static boolean isMeantBy(Finding finding) {
        return finding.needle().equals(LABEL);
    }

    /** In key, value and header of compressed records on a topic that exists, plain, as hex and as base64. */
    public void plantOn(String topic, String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "compression.type", "gzip");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var hex = HexFormat.of().formatHex(plain()).getBytes(UTF_8);
            var base64 = Base64.getEncoder().encode(plain());
            var record = new ProducerRecord<>(topic, plain(), hex);
            record.headers().add(LABEL, base64);
            producer.send(record);
            producer.flush();
        }
    }

    /** In a string and a binary deep inside a document. */
    public void plantIn(String database, MongoClient client) {
        var deep = new Document("text", "x" + address + "x").append("binary", plain());
        client.getDatabase(database)
                .getCollection(LABEL)
                .insertOne(new Document("outer", List.of(new Document("inner", deep))));
    }

    public void plantInLog() {
        log.info("Planted for the scan: {}", address);
    }

    /** The kinds of place, of those that were to be looked through, where a scan has not found it. */
    public static Set<Haystack.Kind> missedIn(Set<Haystack.Kind> expected, Set<Finding> findings) {
        var missed = EnumSet.copyOf(expected);
        missed.removeAll(
                findings.stream().filter(Canary::isMeantBy).map(Finding::kind).collect(Collectors.toSet()));
        return missed;
    }

    private byte[] plain() {
        return address.getBytes(UTF_8);
    }
}

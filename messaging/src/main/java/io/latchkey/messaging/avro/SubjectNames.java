package io.latchkey.messaging.avro;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** How the subject is called under which a value's schema is registered. */
enum SubjectNames {
    /** One subject per record type, whatever topic it is on: a topic may carry several types. */
    RecordNameStrategy {
        @Override
        String subject(String topic, Schema schema) {
            return schema.getFullName();
        }
    },
    /** One subject per topic. */
    TopicNameStrategy {
        @Override
        String subject(String topic, Schema schema) {
            return topic + "-value";
        }
    },
    /** One subject per topic and record type. */
    TopicRecordNameStrategy {
        @Override
        String subject(String topic, Schema schema) {
            return topic + "-" + schema.getFullName();
        }
    };

    private static final String CONFLUENT = "io.confluent.kafka.serializers.subject.";

    abstract String subject(String topic, Schema schema);

    /** The names of all strategies, as Confluent's serializer takes them and without their package. */
    static String[] names() {
        return Arrays.stream(values())
                .flatMap(strategy -> Stream.of(strategy.name(), CONFLUENT + strategy.name()))
                .toArray(String[]::new);
    }

    /** @param name one of {@link #names} */
    static SubjectNames of(String name) {
        return valueOf(name.substring(name.lastIndexOf('.') + 1));
    }
}

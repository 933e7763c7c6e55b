package io.latchkey.messaging.avro;

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

    abstract String subject(String topic, Schema schema);

    /** @param name a strategy's class name as Confluent's serializer takes it, with or without the package */
    static SubjectNames of(String name) {
        return valueOf(name.substring(name.lastIndexOf('.') + 1));
    }
}

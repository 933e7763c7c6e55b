package io.latchkey.notification.kafka;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.EngineObserver;
import io.latchkey.messaging.engine.Intake;
import io.latchkey.messaging.engine.Service;
import io.latchkey.messaging.kafka.Inputs;
import io.latchkey.messaging.kafka.RecordReader;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.notification.queue.NotificationIntake;
import io.latchkey.notification.queue.Positions;
import io.latchkey.notification.queue.QueuePorts;
import io.latchkey.notification.queue.Reader;
import io.latchkey.notification.queue.Reports;
import io.latchkey.schemas.topics.Party;
import io.latchkey.schemas.topics.Topic;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything notification reacts to, and what it says: messaging's consumer feeds the intake from here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Lifetimes.class)
public class IntakeConfiguration {

    @Bean
    public static Inputs inputs() {
        return Inputs.of(
                Party.NOTIFICATION, Topic.VERIFICATION_CODES, Topic.VERIFICATION_EVENTS, Topic.REGISTRATION_EVENTS);
    }

    @Bean
    Intake intake(Reader reader, Positions positions, Service service, QueuePorts ports, EngineObserver observer) {
        return new NotificationIntake(reader, positions, service, ports, observer);
    }

    @Bean
    Service service(Inputs inputs, Topics topics) {
        return inputs.reader(topics);
    }

    @Bean
    public static Reader reader(Topics topics, AvroValues values, Lifetimes lifetimes) {
        return new NotificationReader(new RecordReader(topics, values), new NotificationRequests(lifetimes));
    }

    @Bean
    public static Reports reports(Inputs inputs, Topics topics, AvroValues values) {
        return new NotificationReports(inputs.service(), topics, values);
    }
}

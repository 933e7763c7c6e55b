package io.latchkey.simulation.world;

import io.latchkey.messaging.kafka.Inputs;
import io.latchkey.notification.kafka.IntakeConfiguration;
import io.latchkey.registration.kafka.RegistrationInputs;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.verification.kafka.VerificationInputs;
import java.util.List;
import java.util.stream.Stream;

/** The services, with what each reads. */
public enum Service {
    REGISTRATION(RegistrationInputs.inputs()),
    VERIFICATION(VerificationInputs.inputs()),
    NOTIFICATION(IntakeConfiguration.inputs());

    private final Inputs inputs;

    Service(Inputs inputs) {
        this.inputs = inputs;
    }

    public String label() {
        return inputs.service();
    }

    io.latchkey.messaging.engine.Service reader() {
        return inputs.reader(Assembly.TOPICS);
    }

    Inputs inputs() {
        return inputs;
    }

    /** The names of its input topics, in order. */
    public List<String> topics() {
        return Stream.concat(
                        inputs.topics().stream().map(Service::name), Stream.of(Assembly.TOPICS.redrive(inputs.party())))
                .toList();
    }

    /** The topics of a simulated installation have no prefix. */
    public static String name(Topic topic) {
        return topic.name("");
    }
}

package io.latchkey.simulation.world;

import io.latchkey.messaging.kafka.Inputs;
import io.latchkey.notification.kafka.IntakeConfiguration;
import io.latchkey.registration.kafka.RegistrationInputs;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.verification.kafka.VerificationInputs;
import java.util.List;

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

    Inputs inputs() {
        return inputs;
    }

    /** The names of its input topics, in order. */
    public List<String> topics() {
        return inputs.topics().stream().map(Service::name).toList();
    }

    /** The topics of a simulated installation have no prefix. */
    public static String name(Topic topic) {
        return topic.name("");
    }
}

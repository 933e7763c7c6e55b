package io.latchkey.simulation.world;

import io.latchkey.registration.aggregate.Command;
import io.latchkey.registration.aggregate.Outcome;
import io.latchkey.registration.aggregate.State;
import io.latchkey.simulation.model.QueueModel;
import io.latchkey.verification.code.Verification;
import io.latchkey.verification.code.VerificationCommand;
import io.latchkey.verification.code.VerificationOutcome;

/** What each service owns. */
public record Databases(
        Aggregates<State, Command, Outcome> registration,
        Aggregates<Verification, VerificationCommand, VerificationOutcome> verification,
        QueueModel queue) {

    static Databases empty() {
        return new Databases(Rules.registration(), Rules.verification(), new QueueModel());
    }

    void backUp(Service service) {
        switch (service) {
            case REGISTRATION -> registration.store().backUp();
            case VERIFICATION -> verification.store().backUp();
            case NOTIFICATION -> queue.backUp();
        }
    }

    /** @return whether there was a copy */
    boolean restore(Service service) {
        return switch (service) {
            case REGISTRATION -> registration.store().restore();
            case VERIFICATION -> verification.store().restore();
            case NOTIFICATION -> queue.restore();
        };
    }

    void dropWatermarks(Service service) {
        switch (service) {
            case REGISTRATION -> registration.store().dropWatermarks();
            case VERIFICATION -> verification.store().dropWatermarks();
            case NOTIFICATION -> queue.dropWatermarks();
        }
    }

    /** The last delivered offset of a partition, -1 where there is none. */
    public long watermark(Service service, String partition) {
        return switch (service) {
            case REGISTRATION -> registration.store().watermark(partition);
            case VERIFICATION -> verification.store().watermark(partition);
            case NOTIFICATION -> queue.watermark(partition);
        };
    }
}

package io.latchkey.registration.kafka;

import io.latchkey.registration.method.MethodOutcome;
import io.latchkey.registration.method.MethodOutcome.Hint;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.EventMetadata;
import java.util.List;

/** Refusals to Avro. */
final class Rejections {

    private Rejections() {}

    static CommandRejected write(MethodOutcome.CommandRejected outcome, EventMetadata metadata) {
        var rejected = CommandRejected.newBuilder()
                .setMetadata(metadata)
                .setReason(Constants.of(outcome.reason()))
                .setMessage(outcome.message())
                .setField(outcome.field())
                .setRetriable(outcome.retriable())
                .setFaults(List.of())
                .setMissing(List.of());
        switch (outcome.hint()) {
            case Hint.None _ -> {}
            case Hint.Conflict(var commandId) -> rejected.setConflictingCommandId(commandId);
            case Hint.Lacking(var missing) -> rejected.setMissing(RegistrationEvents.requirements(missing));
            case Hint.Helpdesk(var link) -> rejected.setHelpdesk(link);
            case Hint.RetryAt(var at) -> rejected.setRetryAt(at);
        }
        return rejected.build();
    }
}

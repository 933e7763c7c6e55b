package io.latchkey.crashtest.load;

import io.latchkey.crashtest.process.Site;
import io.latchkey.infrastructure.process.CannotRun;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.DefinePolicy;
import io.latchkey.schemas.Policy;
import io.latchkey.schemas.PolicyChanged;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Whoever sets the policy of everybody. */
public record Administrator(Portal portal) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Returns when registration has answered. */
    public void defines(Policy policy) {
        var id = UUID.randomUUID();
        var metadata = new CommandMetadata(id, Site.TENANT, "", Instant.now(), id, null);
        portal.send(Topic.ADMIN_COMMANDS, metadata, new DefinePolicy(metadata, policy, null));
        var taken = portal.feed()
                .reply(id, PATIENCE)
                .filter(PolicyChanged.class::isInstance)
                .isPresent();
        if (!taken) {
            throw new CannotRun("registration does not take the policy");
        }
    }
}

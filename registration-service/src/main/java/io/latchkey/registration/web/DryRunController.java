package io.latchkey.registration.web;

import io.latchkey.registration.mongo.Accounts;
import io.latchkey.registration.policy.Policies;
import io.latchkey.registration.web.DryRunView.Change;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a policy would change, before it is defined. */
@RestController
class DryRunController {

    private static final int MAX_BODY = 64 * 1024;

    private final Accounts accounts;
    private final Policies policies;
    private final LongReads longReads;
    private final ReadProperties properties;
    private final InstantSource clock = InstantSource.system();

    DryRunController(Accounts accounts, Policies policies, LongReads longReads, ReadProperties properties) {
        this.accounts = accounts;
        this.policies = policies;
        this.longReads = longReads;
        this.properties = properties;
    }

    @PostMapping(path = Routes.DRY_RUN, consumes = MediaType.APPLICATION_JSON_VALUE)
    DryRunView run(
            @PathVariable String tenantId,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String change,
            InputStream body)
            throws IOException {
        var asked = new DryRun.Asked(tenantId, Paths.after(tenantId, after), Paths.limit(limit), change(change));
        var proposed = PolicyReading.read(bounded(body));
        var until = clock.instant().plus(properties.dryRunTakes());
        return longReads.take(() -> new DryRun(accounts, policies.of(tenantId), proposed, asked).run(clock, until));
    }

    private static byte[] bounded(InputStream body) throws IOException {
        var bytes = body.readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new ProblemException(ProblemKind.BODY_TOO_LARGE);
        }
        return bytes;
    }

    private static @Nullable Change change(@Nullable String name) {
        return switch (name) {
            case null -> null;
            case "unable" -> Change.UNABLE;
            case "able" -> Change.ABLE;
            default -> throw ProblemException.parameter("change", "unable or able, or nothing for both");
        };
    }
}

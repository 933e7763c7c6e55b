package io.latchkey.registration.web;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.registration.method.Method;
import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.method.Methods;
import io.latchkey.registration.method.Proven;
import io.latchkey.registration.mongo.Accounts;
import io.latchkey.registration.mongo.Quota;
import io.latchkey.registration.mongo.Reveal;
import io.latchkey.registration.mongo.Reveals;
import io.latchkey.registration.mongo.StoredAccount;
import io.latchkey.registration.policy.MethodKind;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows full values: what is shown was written down before, whoever is there to see it. */
@Component
class RevealDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RevealDesk.class);

    private final Accounts accounts;
    private final Reveals reveals;
    private final RevealQuotas quotas;
    private final InstantSource clock = InstantSource.system();

    RevealDesk(Accounts accounts, Reveals reveals, RevealQuotas quotas) {
        this.accounts = accounts;
        this.reveals = reveals;
        this.quotas = quotas;
    }

    /** @param by the caller's subject */
    record Asked(AggregateKey account, MethodId method, String by, Reveal.As as, UUID correlationId) {}

    RevealView reveal(Asked asked) {
        require(quotas.perCaller(), asked.account().tenantId() + "/" + asked.by());
        var found = accounts.find(asked.account()).orElseThrow(() -> new ProblemException(ProblemKind.UNKNOWN_ACCOUNT));
        requireShowable(found.methods().get(asked.method()));
        require(quotas.perAccount(), asked.account().value());
        var reveal = new Reveal(
                UUID.randomUUID(),
                asked.account(),
                asked.method(),
                asked.by(),
                asked.as(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                asked.correlationId());
        reveals.add(reveal);
        log(reveal);
        return shown(found, reveal);
    }

    private void require(Quota quota, String subject) {
        if (!quota.grants(subject, clock.instant())) {
            throw new ProblemException(ProblemKind.RATE_LIMITED, quota.retryAfter());
        }
    }

    private static void requireShowable(@Nullable MethodKind kind) {
        if (kind == null) {
            throw new ProblemException(ProblemKind.UNKNOWN_METHOD);
        }
        if (kind == MethodKind.SECURITY_QUESTIONS) {
            throw new ProblemException(ProblemKind.NOTHING_TO_REVEAL);
        }
    }

    private RevealView shown(StoredAccount found, Reveal reveal) {
        return accounts.open(found)
                .flatMap(state -> method(state.methods(), reveal.method()))
                .map(method -> new RevealView(
                        reveal.id(),
                        method.id().value(),
                        method.kind(),
                        method.destination().value(),
                        reveal.at()))
                .orElseThrow(() -> new ProblemException(ProblemKind.UNKNOWN_ACCOUNT));
    }

    private static Optional<Method> method(Methods methods, MethodId id) {
        return Stream.concat(methods.proven().stream().map(Proven::method), methods.unproven().stream())
                .filter(method -> method.id().equals(id))
                .findFirst();
    }

    private static void log(Reveal reveal) {
        LOG.info(
                "a full value is shown: revealId={} methodId={} as={} correlationId={}",
                reveal.id(),
                reveal.method().value(),
                reveal.as(),
                reveal.correlationId());
    }
}

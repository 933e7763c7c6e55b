package io.latchkey.registration.web;

import static java.util.Objects.requireNonNull;

import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.mongo.Reveal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The full value of a method. */
@RestController
class RevealController {

    private static final String CORRELATION_ID = "X-Correlation-Id";

    private final RevealDesk desk;
    private final Access access;

    RevealController(RevealDesk desk, Access access) {
        this.desk = desk;
        this.access = access;
    }

    @PostMapping(Routes.REVEAL)
    ResponseEntity<RevealView> reveal(
            @PathVariable String tenantId,
            @PathVariable String userId,
            @PathVariable UUID methodId,
            @RequestHeader(name = CORRELATION_ID, required = false) @Nullable String correlationId,
            JwtAuthenticationToken caller) {
        var correlation = correlation(correlationId);
        var asked = new RevealDesk.Asked(
                Paths.account(tenantId, userId),
                new MethodId(methodId),
                requireNonNull(caller.getToken().getSubject(), "a token without one is refused"),
                access.isPerson(caller, userId) ? Reveal.As.PERSON : Reveal.As.ADMINISTRATOR,
                correlation);
        return ResponseEntity.ok()
                .header(CORRELATION_ID, correlation.toString())
                .body(desk.reveal(asked));
    }

    /** The caller's own where it is a UUID, and a new one otherwise. */
    private static UUID correlation(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString).orElseGet(UUID::randomUUID);
        } catch (IllegalArgumentException _) {
            return UUID.randomUUID();
        }
    }
}

package io.latchkey.registration.method;

import java.time.Instant;

/**
 * A method that is the person's.
 *
 * @param confirmedAt when it was last known to be true: by its proof, or by a confirmation since
 */
public record Proven(Method method, Instant provenAt, Instant confirmedAt) {

    Proven confirmed(Instant at) {
        return new Proven(method, provenAt, at.isAfter(confirmedAt) ? at : confirmedAt);
    }
}

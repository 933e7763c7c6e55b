package io.latchkey.messaging.decision;

import java.util.Optional;

/**
 * Names an account: {@code tenantId/userId}, as the Kafka key and the document's id.
 *
 * @param tenantId 1 to 128 characters without {@code /} and control characters
 * @param userId likewise; opaque, never an address or a number
 */
public record AggregateKey(String tenantId, String userId) {

    private static final int MAX_LENGTH = 128;

    public AggregateKey {
        if (!valid(tenantId) || !valid(userId)) {
            throw new IllegalArgumentException("tenant and user ids have 1 to 128 characters, no '/' and no controls");
        }
    }

    /** Empty where a part is empty, too long, or has a {@code /} or control character. */
    public static Optional<AggregateKey> of(String tenantId, String userId) {
        return valid(tenantId) && valid(userId) ? Optional.of(new AggregateKey(tenantId, userId)) : Optional.empty();
    }

    /** The inverse of {@link #value}. */
    public static AggregateKey parse(String value) {
        int slash = value.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a key is tenantId/userId");
        }
        return new AggregateKey(value.substring(0, slash), value.substring(slash + 1));
    }

    public String value() {
        return tenantId + "/" + userId;
    }

    private static boolean valid(String part) {
        return !part.isEmpty()
                && part.length() <= MAX_LENGTH
                && part.chars().noneMatch(c -> c == '/' || Character.isISOControl(c));
    }
}

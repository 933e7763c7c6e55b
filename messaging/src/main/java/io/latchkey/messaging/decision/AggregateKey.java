package io.latchkey.messaging.decision;

import java.util.Optional;

/**
 * Names an aggregate, as the Kafka key and the document's id: an account as {@code tenantId/userId}, or a tenant itself as
 * {@code tenantId}.
 *
 * @param tenantId 1 to 128 characters without {@code /} and control characters
 * @param userId likewise; opaque, never an address or a number. Empty where the tenant itself is meant, as in the metadata
 *     of its records
 */
public record AggregateKey(String tenantId, String userId) {

    private static final int MAX_LENGTH = 128;
    private static final String TENANT = "";

    public AggregateKey {
        if (!valid(tenantId) || !(userId.equals(TENANT) || valid(userId))) {
            throw new IllegalArgumentException("tenant and user ids have 1 to 128 characters, no '/' and no controls");
        }
    }

    /** Of an account; empty where a part is empty, too long, or has a {@code /} or control character. */
    public static Optional<AggregateKey> of(String tenantId, String userId) {
        return valid(userId) ? named(tenantId, userId) : Optional.empty();
    }

    /** Of an account or, where the user id is empty, a tenant; empty where a part is too long or has another character. */
    public static Optional<AggregateKey> named(String tenantId, String userId) {
        return valid(tenantId) && (userId.equals(TENANT) || valid(userId))
                ? Optional.of(new AggregateKey(tenantId, userId))
                : Optional.empty();
    }

    /** Of the tenant itself, such as of its policy. */
    public static AggregateKey tenant(String tenantId) {
        return new AggregateKey(tenantId, TENANT);
    }

    /** The inverse of {@link #value}. */
    public static AggregateKey parse(String value) {
        int slash = value.indexOf('/');
        if (slash < 0) {
            return tenant(value);
        }
        return of(value.substring(0, slash), value.substring(slash + 1))
                .orElseThrow(() -> new IllegalArgumentException("a key is tenantId/userId, or a tenantId"));
    }

    public boolean isTenant() {
        return userId.equals(TENANT);
    }

    public String value() {
        return isTenant() ? tenantId : tenantId + "/" + userId;
    }

    private static boolean valid(String part) {
        return !part.isEmpty()
                && part.length() <= MAX_LENGTH
                && part.chars().noneMatch(c -> c == '/' || Character.isISOControl(c));
    }
}

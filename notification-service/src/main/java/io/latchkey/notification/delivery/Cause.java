package io.latchkey.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record that something follows from.
 *
 * @param recordId the event's id
 * @param at its log time
 * @param traceparent W3C trace context that came with it, handed on
 */
public record Cause(UUID recordId, Instant at, @Nullable String traceparent) {}

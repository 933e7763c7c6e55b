package io.latchkey.notification.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * The record that something follows from.
 *
 * @param recordId the event's id
 * @param at its log time
 */
public record Cause(UUID recordId, Instant at) {}

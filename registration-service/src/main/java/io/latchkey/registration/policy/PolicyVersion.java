package io.latchkey.registration.policy;

import java.time.Instant;
import java.util.UUID;

/**
 * A policy as it was defined once.
 *
 * @param number counts the tenant's policies, from 1
 * @param definedAt log time of the command
 */
public record PolicyVersion(long number, Policy policy, Instant definedAt, UUID commandId) {}

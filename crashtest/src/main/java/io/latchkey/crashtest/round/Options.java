package io.latchkey.crashtest.round;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param mongodbCommand starts an independent database server; null for the embedded one
 */
public record Options(int rounds, long seed, @Nullable String mongodbCommand) {}

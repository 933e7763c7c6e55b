package io.latchkey.bench.run;

import java.time.Duration;

/**
 * A service that has nothing to do.
 *
 * @param start until it was ready, with an AOT cache
 * @param resident bytes, a while later
 */
public record Idle(String service, Duration start, long resident) {}

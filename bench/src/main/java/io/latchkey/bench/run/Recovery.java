package io.latchkey.bench.run;

import java.time.Duration;

/**
 * What a stop of all services leads to, while enrolments go on arriving.
 *
 * @param perSecond how many arrive
 * @param waiting how many had come when the services were started again
 * @param start until all services were ready
 * @param caughtUp from the start of the first until no more were under way than before the stop, or as many as arrive in a second;
 *     until it was waited no longer, where that never came
 * @param behind how many were under way when it was waited no longer; 0 where the services caught up
 */
public record Recovery(double perSecond, int waiting, Duration start, Duration caughtUp, int behind) {}

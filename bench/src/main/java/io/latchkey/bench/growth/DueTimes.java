package io.latchkey.bench.growth;

import java.time.Duration;

/**
 * From when the last account was due until what was told of it was on the topic.
 *
 * @param first the first account was announced; zero where that was before the last was due
 * @param all the last one was announced
 */
public record DueTimes(int accounts, Duration first, Duration all) {}

package io.latchkey.messaging.decision;

import java.time.Duration;

/**
 * A count that several aggregates share, such as the sends to one destination, over a trailing window.
 *
 * @param id names what is counted; holds hashes, never personal values
 * @param window how far back the count reaches; the store may round it up by a sixth
 */
public record Counter(String id, Duration window) {}

package io.latchkey.crashtest.checker;

import java.time.Instant;
import java.util.List;

/**
 * Everything that is judged.
 *
 * @param log in offset order per partition
 * @param dueUntil up to where registration's clock was turned and its scan has ended
 */
public record Evidence(
        List<Entry> log,
        List<Sent> sent,
        List<Call> calls,
        Documents documents,
        List<Progress> progress,
        List<Trouble> troubles,
        Instant dueUntil) {}

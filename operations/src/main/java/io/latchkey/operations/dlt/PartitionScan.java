package io.latchkey.operations.dlt;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Recognises what a partition of a dead-letter topic holds twice: a crash may write a dead letter again, under its id. */
final class PartitionScan {

    private final RedriveLog redrives;
    private final Map<DeadLetter.Identity, Boolean> open = new HashMap<>();

    PartitionScan(RedriveLog redrives) {
        this.redrives = redrives;
    }

    /** Empty where nothing new is learned from it. */
    Optional<Appearance> appearance(DeadLetter letter) {
        boolean now = !redrives.redrivenAfter(letter);
        var before = open.put(letter.identity(), now);
        return before == null || (now && !before)
                ? Optional.of(new Appearance(letter, before == null, now))
                : Optional.empty();
    }
}

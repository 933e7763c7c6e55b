package io.latchkey.embedded.demo;

import io.latchkey.embedded.scan.Needle;
import java.util.List;

/** A story that is played on a stage. */
interface Play {

    /** @throws Difference as soon as something is not as it should be */
    void play();

    /** What the topics hold in the end, beside what they should. */
    List<Count> counts(Tally tally);

    /** Every personal value that was used. */
    List<Needle> needles();
}

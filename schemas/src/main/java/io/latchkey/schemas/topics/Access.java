package io.latchkey.schemas.topics;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who may write to a topic and who may read it; everybody else is refused by the broker. */
public record Access(Set<Party> writers, Set<Party> readers) {

    /** Both in the order of {@link Party}. */
    public Access {
        writers = Collections.unmodifiableSet(EnumSet.copyOf(writers));
        readers = Collections.unmodifiableSet(EnumSet.copyOf(readers));
    }

    static Writers writtenBy(Party... writers) {
        return new Writers(Set.of(writers));
    }

    record Writers(Set<Party> writers) {

        Access readBy(Party... readers) {
            return new Access(writers, Set.copyOf(List.of(readers)));
        }
    }
}

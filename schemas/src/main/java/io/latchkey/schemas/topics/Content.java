package io.latchkey.schemas.topics;

import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** What a topic carries. Several types of records share a topic because their order matters. */
record Content(Numbering numbering, Set<Class<? extends SpecificRecord>> records) {

    @SafeVarargs
    static Content commands(Class<? extends SpecificRecord>... records) {
        return new Content(Numbering.BY_COMMAND_ID, Set.copyOf(List.of(records)));
    }

    @SafeVarargs
    static Content eventsOfAccounts(Class<? extends SpecificRecord>... records) {
        return new Content(Numbering.BY_ACCOUNT, Set.copyOf(List.of(records)));
    }

    @SafeVarargs
    static Content eventsOfNotifications(Class<? extends SpecificRecord>... records) {
        return new Content(Numbering.BY_NOTIFICATION, Set.copyOf(List.of(records)));
    }

    static Content unnumbered(Class<? extends SpecificRecord> record) {
        return new Content(Numbering.NONE, Set.of(record));
    }
}

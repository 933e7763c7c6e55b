package io.latchkey.messaging.engine;

/** Where a partition is read from: after the service's own watermark, whatever the group has committed. */
public sealed interface Start {

    /** The log holds what comes next. */
    record At(long offset) implements Start {}

    /** The log begins only here, beyond the watermark: what is pending from the records that are gone is emitted first. */
    record Beyond(long offset) implements Start {}

    /** The log ends before the watermark: it has lost records, or is another one. An operator must decide. */
    record Nowhere(long wanted, long end) implements Start {}

    /**
     * @param watermark the last delivered offset; -1 where there is none
     * @param begin the offset of the log's first record
     * @param end the offset that its next record will get
     */
    static Start of(long watermark, long begin, long end) {
        long wanted = watermark + 1;
        if (end < wanted) {
            return new Nowhere(wanted, end);
        }
        return begin > wanted ? new Beyond(begin) : new At(wanted);
    }

    /** Whether the group has committed beyond the watermark: then the database is an older copy, or lost its watermarks. */
    static boolean restored(long watermark, long committed) {
        return committed > watermark + 1;
    }
}

package io.latchkey.simulation.world;

import java.util.EnumSet;
import java.util.Set;

/** How a call fails. */
public enum Effect {
    /** Nothing is done, and the caller is told that there was no answer. */
    OUTAGE(Done.NOTHING, End.NO_ANSWER, EnumSet.of(Shape.QUESTION, Shape.READ, Shape.WRITE, Shape.SEQUENCE)),
    /** All is done, and the caller is told that there was no answer. */
    ANSWER_LOST(Done.ALL, End.NO_ANSWER, EnumSet.of(Shape.WRITE, Shape.SEQUENCE)),
    /** Some is done, the rest never. */
    PARTIAL(Done.SOME, End.NO_ANSWER, EnumSet.of(Shape.WRITE)),
    /** Some is done, the rest later, when the caller has long been told that there was no answer. */
    LATE(Done.SOME_AND_LATER_THE_REST, End.NO_ANSWER, EnumSet.of(Shape.WRITE, Shape.SEQUENCE)),
    /** The caller dies before anything is done. */
    CRASH_BEFORE(Done.NOTHING, End.CRASH, EnumSet.of(Shape.READ, Shape.WRITE, Shape.SEQUENCE, Shape.CALL)),
    /** The caller dies when some is done; the rest never is. */
    CRASH_AMID(Done.SOME, End.CRASH, EnumSet.of(Shape.WRITE, Shape.SEQUENCE)),
    /** The caller dies when some is done; the rest arrives after its death. */
    CRASH_AND_LATE(Done.SOME_AND_LATER_THE_REST, End.CRASH, EnumSet.of(Shape.WRITE, Shape.SEQUENCE)),
    /** The caller dies before it hears that all is done. */
    CRASH_AFTER(Done.ALL, End.CRASH, EnumSet.of(Shape.READ, Shape.WRITE, Shape.SEQUENCE, Shape.CALL)),
    /** The caller pauses when it has heard that all is done. */
    PAUSE_AFTER(Done.ALL, End.PAUSE, EnumSet.of(Shape.READ, Shape.WRITE, Shape.SEQUENCE, Shape.CALL));

    private final Done done;
    private final End end;
    private final Set<Shape> shapes;

    Effect(Done done, End end, Set<Shape> shapes) {
        this.done = done;
        this.end = end;
        this.shapes = shapes;
    }

    /** What a call consists of. */
    enum Shape {
        /** An answer from a dependency that holds no state of ours. */
        QUESTION,
        READ,
        /** Independent parts, in any order. */
        WRITE,
        /** Parts in order. */
        SEQUENCE,
        /** Out of our hands, whatever becomes of it. */
        CALL,
        NOTHING
    }

    /** How much of a call is done. */
    enum Done {
        NOTHING,
        SOME,
        SOME_AND_LATER_THE_REST,
        ALL
    }

    /** What the caller sees. */
    enum End {
        NO_ANSWER,
        CRASH,
        PAUSE
    }

    Done done() {
        return done;
    }

    End end() {
        return end;
    }

    boolean happensTo(Shape shape) {
        return shapes.contains(shape);
    }
}

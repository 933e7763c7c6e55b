package io.latchkey.simulation.world;

import io.latchkey.simulation.world.Effect.Shape;
import java.util.Arrays;
import java.util.List;

/** The calls that an instance makes to what it stands upon; a step of its work ends with one of them. */
public enum Port {
    DECODE(Part.REGISTRY, Shape.QUESTION),
    ENCODE(Part.REGISTRY, Shape.QUESTION),
    PROGRESS(Part.DATABASE, Shape.READ),
    LOAD(Part.DATABASE, Shape.READ),
    RESERVE(Part.DATABASE, Shape.WRITE),
    WRITE(Part.DATABASE, Shape.WRITE),
    PRODUCE(Part.BROKER, Shape.SEQUENCE),
    RAISE(Part.DATABASE, Shape.WRITE),
    COMMIT(Part.BROKER, Shape.READ),
    STRANDED(Part.DATABASE, Shape.READ),
    INSERT(Part.DATABASE, Shape.WRITE),
    REPLACE(Part.DATABASE, Shape.WRITE),
    DUE(Part.DATABASE, Shape.READ),
    ARCHIVED(Part.DATABASE, Shape.READ),
    ARCHIVE(Part.DATABASE, Shape.WRITE),
    REMOVE(Part.DATABASE, Shape.WRITE),
    CALL(Part.PROVIDER, Shape.CALL),
    /** Before the first call of an instance. */
    NONE(Part.NOTHING, Shape.NOTHING);

    private static final List<Port> OF_ENGINES =
            List.of(DECODE, ENCODE, PROGRESS, LOAD, RESERVE, WRITE, WRITE, PRODUCE, PRODUCE, RAISE, COMMIT, STRANDED);
    private static final List<Port> OF_NOTIFICATION = List.of(
            DECODE, ENCODE, PROGRESS, LOAD, INSERT, REPLACE, REPLACE, DUE, ARCHIVED, ARCHIVE, REMOVE, PRODUCE, RAISE,
            COMMIT, CALL, CALL);

    private final Part part;
    private final Shape shape;

    Port(Part part, Shape shape) {
        this.part = part;
        this.shape = shape;
    }

    /** What answers. */
    public enum Part {
        DATABASE,
        REGISTRY,
        BROKER,
        PROVIDER,
        NOTHING
    }

    Part part() {
        return part;
    }

    /** How a call of it can fail. */
    List<Effect> effects() {
        return Arrays.stream(Effect.values())
                .filter(effect -> effect.happensTo(shape))
                .toList();
    }

    /** Those of one service; the weighty ones twice. */
    static List<Port> of(Service service) {
        return switch (service) {
            case REGISTRATION, VERIFICATION -> OF_ENGINES;
            case NOTIFICATION -> OF_NOTIFICATION;
        };
    }
}

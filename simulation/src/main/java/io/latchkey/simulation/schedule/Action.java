package io.latchkey.simulation.schedule;

/**
 * One thing that happens. Its numbers, not negative, choose among what is possible when it does, so that any list of
 * actions is a schedule, and so is any part of one.
 */
public record Action(Kind kind, int a, int b, int c) {

    @Override
    public String toString() {
        return kind + " " + a + " " + b + " " + c;
    }

    /** The inverse of {@link #toString}. */
    public static Action parse(String text) {
        var parts = text.strip().split(" ");
        return new Action(
                Kind.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]));
    }
}

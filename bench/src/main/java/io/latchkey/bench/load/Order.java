package io.latchkey.bench.load;

import io.latchkey.bench.work.Side;

/** What the process of the load takes, as a line of words; each is answered by a {@link Standing}. */
public sealed interface Order {

    Side side();

    /** Gets to know a side, whose keys are announced by now. */
    record Meet(Side side) implements Order {}

    /** Keeps this many enrolments under way. */
    record Saturate(Side side, int from, int atOnce) implements Order {}

    /** Begins enrolments at this rate, whatever becomes of them. */
    record Arrive(Side side, int from, double perSecond) implements Order {}

    /** Times those that begin from now on; forgets the others. */
    record Record(Side side) implements Order {}

    /** Only says how it stands. */
    record Tell(Side side) implements Order {}

    /** Begins no more. */
    record End(Side side) implements Order {}

    /** Waits for those under way, a minute at most. */
    record Settle(Side side) implements Order {}

    default String line() {
        return switch (this) {
            case Meet(var side) -> "meet " + side;
            case Saturate(var side, int from, int atOnce) -> "saturate " + side + " " + from + " " + atOnce;
            case Arrive(var side, int from, double perSecond) -> "arrive " + side + " " + from + " " + perSecond;
            case Record(var side) -> "record " + side;
            case Tell(var side) -> "tell " + side;
            case End(var side) -> "end " + side;
            case Settle(var side) -> "settle " + side;
        };
    }

    static Order parse(String line) {
        var words = line.split(" ");
        var side = Side.valueOf(words[1]);
        return switch (words[0]) {
            case "meet" -> new Meet(side);
            case "saturate" -> new Saturate(side, Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            case "arrive" -> new Arrive(side, Integer.parseInt(words[2]), Double.parseDouble(words[3]));
            case "record" -> new Record(side);
            case "tell" -> new Tell(side);
            case "end" -> new End(side);
            case "settle" -> new Settle(side);
            default -> throw new IllegalArgumentException(line);
        };
    }
}

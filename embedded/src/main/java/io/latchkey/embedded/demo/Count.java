package io.latchkey.embedded.demo;

/**
 * Something that was counted at the end.
 *
 * @param one its name where there is one of it
 */
record Count(long actual, long expected, String one, String many) {

    static Count of(long actual, long expected, String one) {
        return new Count(actual, expected, one, one + "s");
    }

    boolean ok() {
        return actual == expected;
    }

    String was() {
        return named(actual);
    }

    String wanted() {
        return named(expected);
    }

    private String named(long count) {
        return count + " " + (count == 1 ? one : many);
    }
}

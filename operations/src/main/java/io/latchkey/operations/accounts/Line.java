package io.latchkey.operations.accounts;

/**
 * A line of a file as its bytes.
 *
 * @param number from 1
 * @param end offset of the byte after the line and its end
 * @param bytes without the line's end; of one that is too long, none
 */
record Line(long number, long end, byte[] bytes, boolean tooLong) {

    /** A line holds personal values. */
    @Override
    public String toString() {
        return "line " + number;
    }
}

package io.latchkey.operations.accounts;

/**
 * What is wrong with a line; never holds a value of it.
 *
 * @param where a column's title, or empty for the line as a whole
 */
record Fault(String where, String what) {

    static Fault ofLine(String what) {
        return new Fault("", what);
    }

    @Override
    public String toString() {
        return where.isEmpty() ? what : where + " " + what;
    }
}

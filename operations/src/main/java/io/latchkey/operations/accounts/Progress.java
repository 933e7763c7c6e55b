package io.latchkey.operations.accounts;

/**
 * How far an import has come.
 *
 * @param offset of the first line that is not done; all before are
 * @param line the number of lines before it
 * @param accounts of the lines before it, and likewise
 * @param commands that were sent
 * @param bad lines that were passed over
 * @param rejected commands
 */
record Progress(long offset, long line, long accounts, long commands, long bad, long rejected) {

    static Progress from(long offset, long line) {
        return new Progress(offset, line, 0, 0, 0, 0);
    }

    boolean flawless() {
        return bad == 0 && rejected == 0;
    }
}

package io.latchkey.embedded.demo;

import java.time.Duration;

/** Registration's search for accounts that have come due, in the hand of the demo. */
interface Scanner {

    /** @param ahead how far before the machine's clock the scanner's clock goes from now on */
    void turn(Duration ahead);

    /** @return the accounts found due */
    int scan();
}

package io.latchkey.operations.report;

import io.latchkey.messaging.decision.AggregateKey;
import java.util.List;

/** What is made of the accounts. */
interface Output {

    void accept(AggregateKey account, Standing standing);

    /** The lines that are still to be printed. */
    List<String> end();
}

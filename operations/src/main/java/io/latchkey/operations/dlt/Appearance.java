package io.latchkey.operations.dlt;

/**
 * A dead letter as it was met.
 *
 * @param first whether it was not met before; otherwise it was written again after it had been redriven
 * @param open whether it was not redriven since
 */
record Appearance(DeadLetter letter, boolean first, boolean open) {}

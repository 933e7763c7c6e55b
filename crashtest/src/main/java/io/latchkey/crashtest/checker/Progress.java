package io.latchkey.crashtest.checker;

/**
 * How far a service has come on a partition that it reads.
 *
 * @param end the offset after the last record
 * @param delivered the last offset that its watermark covers; -1 for none
 */
public record Progress(String service, String topic, int partition, long end, long delivered) {

    boolean behind() {
        return delivered < end - 1;
    }
}

package io.latchkey.notification.delivery;

/**
 * Messages that compete for the same places at a provider. A person waits for a code and nobody waits for a reminder, so
 * the two never share places.
 *
 * @param codes whether codes alone use this lane
 */
public record Lane(Channel channel, boolean codes) {

    /** Fit for a document's field and a metric's tag. */
    public String label() {
        return channel + (codes ? "-CODES" : "-OTHERS");
    }
}

package io.latchkey.bench.floor;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** The provider's webhook (docs/phone-webhook.md), called over a few connections that stay open. For one thread. */
final class Provider implements AutoCloseable {

    private final List<Connection> connections;

    Provider(URI url) {
        this.connections = Stream.generate(() -> new Connection(url))
                .limit(FloorSettings.CALLS_AT_ONCE)
                .toList();
    }

    /** @param key names the message for ever */
    record Call(String key, String to, String text) {

        /** Number and text need no escape in JSON. */
        String json() {
            return "{\"idempotencyKey\":\"" + key + "\",\"to\":\"" + to + "\",\"text\":\"" + text + "\"}";
        }

        /** Never shows the content. */
        @Override
        public String toString() {
            return "Call[" + key + "]";
        }
    }

    /**
     * Returns when every call is answered. A call waits for the answer before it on its connection, so that one thread keeps
     * all of them busy.
     *
     * @throws IllegalStateException where one is not accepted
     */
    void send(List<Call> calls) {
        for (int i = 0; i < calls.size(); i++) {
            var connection = connections.get(i % connections.size());
            connection.awaitAnswer();
            connection.ask(calls.get(i));
        }
        connections.forEach(Connection::awaitAnswer);
    }

    @Override
    public void close() {
        connections.forEach(Connection::close);
    }
}

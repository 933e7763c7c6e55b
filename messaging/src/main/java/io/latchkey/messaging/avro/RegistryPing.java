package io.latchkey.messaging.avro;

import java.util.Map;

/** Asks a registry for nothing in particular, to know whether it answers. */
public final class RegistryPing implements AutoCloseable {

    private final RegistryHttp http;

    /** @param configs as for the serializer */
    public RegistryPing(Map<String, ?> configs) {
        this.http = new RegistryHttp(SerdeSettings.of(configs));
    }

    /** @throws io.latchkey.messaging.engine.OutageException if the registry does not answer */
    public void ping() {
        http.get("/config");
    }

    @Override
    public void close() {
        http.close();
    }
}

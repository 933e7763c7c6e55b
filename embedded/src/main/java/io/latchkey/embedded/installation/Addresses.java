package io.latchkey.embedded.installation;

import java.net.URI;
import java.util.Map;

/**
 * Where everything is found.
 *
 * @param smtp host and port
 * @param inbox the page; {@code /inbox.json} beside it
 * @param management of each service
 */
public record Addresses(
        String bootstrapServers,
        String schemaRegistry,
        String mongodb,
        String smtp,
        URI inbox,
        Map<Service, URI> management) {

    /** A URI may have a password in it. */
    @Override
    public String toString() {
        return "Addresses";
    }
}

package io.latchkey.simulation.world;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What does not answer, and until when. */
final class Outages {

    private final Map<Service, Instant> databases = new EnumMap<>(Service.class);
    private Instant registry = Instant.MIN;
    private Instant broker = Instant.MIN;

    void database(Service service, Instant until) {
        databases.put(service, until);
    }

    void registry(Instant until) {
        registry = until;
    }

    void broker(Instant until) {
        broker = until;
    }

    boolean brokerDown(Instant now) {
        return now.isBefore(broker);
    }

    boolean down(Service service, Port.Part part, Instant now) {
        return switch (part) {
            case DATABASE -> now.isBefore(databases.getOrDefault(service, Instant.MIN));
            case REGISTRY -> now.isBefore(registry);
            case BROKER -> brokerDown(now);
            case PROVIDER, NOTHING -> false;
        };
    }

    void end() {
        databases.clear();
        registry = Instant.MIN;
        broker = Instant.MIN;
    }
}

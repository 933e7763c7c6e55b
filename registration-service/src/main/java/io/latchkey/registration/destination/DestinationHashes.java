package io.latchkey.registration.destination;

/** A pure function with a secret: the same tenant and destination always give the same hash. */
@FunctionalInterface
public interface DestinationHashes {
    DestinationHash hash(String tenantId, Destination destination);
}

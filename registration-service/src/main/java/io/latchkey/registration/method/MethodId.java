package io.latchkey.registration.method;

import java.util.UUID;

/** Names a method for ever; a destination registered again is another method. */
public record MethodId(UUID value) {}

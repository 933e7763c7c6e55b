/** A real Kafka broker, with its controller, inside this JVM. */
@NullMarked
package io.latchkey.infrastructure.broker;

import org.jspecify.annotations.NullMarked;

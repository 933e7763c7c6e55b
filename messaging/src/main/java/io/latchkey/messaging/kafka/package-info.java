/** The engine's log over Kafka: records in and out, and the one place for Kafka settings. */
@NullMarked
package io.latchkey.messaging.kafka;

import org.jspecify.annotations.NullMarked;

/** The Confluent wire format over Avro, and the registry it needs. */
@NullMarked
package io.latchkey.messaging.avro;

import org.jspecify.annotations.NullMarked;

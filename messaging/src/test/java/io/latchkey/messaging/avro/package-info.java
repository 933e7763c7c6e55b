/** Tests of the wire format against a genuine Confluent client and the embedded registry. */
@NullMarked
package io.latchkey.messaging.avro;

import org.jspecify.annotations.NullMarked;

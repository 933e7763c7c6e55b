/** Wires all of messaging from a service's beans and settings. */
@NullMarked
package io.latchkey.messaging.autoconfigure;

import org.jspecify.annotations.NullMarked;

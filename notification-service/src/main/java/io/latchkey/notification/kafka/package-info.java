/** Between records of the bus and requests to send, and from ends to events. */
@NullMarked
package io.latchkey.notification.kafka;

import org.jspecify.annotations.NullMarked;

/**
 * What becomes of one message, as pure functions: QUEUED → STARTED → ACCEPTED, REJECTED, UNKNOWN, EXPIRED or CANCELLED.
 * Time, leases and answers arrive as arguments; nothing here sends, stores or looks at a clock.
 */
@NullMarked
package io.latchkey.notification.delivery;

import org.jspecify.annotations.NullMarked;

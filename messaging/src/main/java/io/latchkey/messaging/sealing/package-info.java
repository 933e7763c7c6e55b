/** Personal values that only their recipient can read (RFC 9180), keys and secrets. */
@NullMarked
package io.latchkey.messaging.sealing;

import org.jspecify.annotations.NullMarked;

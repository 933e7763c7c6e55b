/** A service's own secrets: one file each, readable by the service alone. */
@NullMarked
package io.latchkey.messaging.secrets;

import org.jspecify.annotations.NullMarked;

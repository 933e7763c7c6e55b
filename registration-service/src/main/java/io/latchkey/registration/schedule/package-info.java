/** Looks for accounts that have come due. */
@NullMarked
package io.latchkey.registration.schedule;

import org.jspecify.annotations.NullMarked;

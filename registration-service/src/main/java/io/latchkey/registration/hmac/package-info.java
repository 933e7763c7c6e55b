/** Keyed hashes. */
@NullMarked
package io.latchkey.registration.hmac;

import org.jspecify.annotations.NullMarked;

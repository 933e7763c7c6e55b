/** Hashes of answers. */
@NullMarked
package io.latchkey.registration.argon2;

import org.jspecify.annotations.NullMarked;

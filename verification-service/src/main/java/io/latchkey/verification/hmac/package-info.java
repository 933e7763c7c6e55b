/** Hashes of codes. */
@NullMarked
package io.latchkey.verification.hmac;

import org.jspecify.annotations.NullMarked;

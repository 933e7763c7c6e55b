/** Verification's state as documents. */
@NullMarked
package io.latchkey.verification.mongo;

import org.jspecify.annotations.NullMarked;

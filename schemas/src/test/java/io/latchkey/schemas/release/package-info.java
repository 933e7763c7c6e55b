/** Proof that what was ever written can still be read: every released schema version, with bytes written by it. */
@NullMarked
package io.latchkey.schemas.release;

import org.jspecify.annotations.NullMarked;

/** The topic catalogue: from it topics are created, and against it records are checked. */
@NullMarked
package io.latchkey.schemas.topics;

import org.jspecify.annotations.NullMarked;

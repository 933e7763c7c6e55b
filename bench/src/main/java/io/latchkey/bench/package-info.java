/** The services measured beside the floor of the same work, on a real broker and database. */
@NullMarked
package io.latchkey.bench;

import org.jspecify.annotations.NullMarked;

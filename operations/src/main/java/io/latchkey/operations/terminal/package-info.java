/** What operators read on a terminal. */
@NullMarked
package io.latchkey.operations.terminal;

import org.jspecify.annotations.NullMarked;

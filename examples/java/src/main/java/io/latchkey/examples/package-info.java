/** Small programs to copy from. */
@NullMarked
package io.latchkey.examples;

import org.jspecify.annotations.NullMarked;

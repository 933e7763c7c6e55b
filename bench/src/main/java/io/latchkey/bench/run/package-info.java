/** What is done in which order, and what is measured meanwhile. */
@NullMarked
package io.latchkey.bench.run;

import org.jspecify.annotations.NullMarked;

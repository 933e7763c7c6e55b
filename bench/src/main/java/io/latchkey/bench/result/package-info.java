/** What is left of a run: tables, charts and every figure. */
@NullMarked
package io.latchkey.bench.result;

import org.jspecify.annotations.NullMarked;

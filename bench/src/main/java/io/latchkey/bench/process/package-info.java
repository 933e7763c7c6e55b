/** The processes of a run: broker and database, services, floor, load, with what each has used of processor and memory. */
@NullMarked
package io.latchkey.bench.process;

import org.jspecify.annotations.NullMarked;

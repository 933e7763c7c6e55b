/** What must hold after every schedule, whatever happened in it; and runs of one schedule or many. */
@NullMarked
package io.latchkey.simulation.proof;

import org.jspecify.annotations.NullMarked;

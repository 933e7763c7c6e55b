/** What happens in one run, in which order: made from a seed, and cut down to what a violation needs. */
@NullMarked
package io.latchkey.simulation.schedule;

import org.jspecify.annotations.NullMarked;

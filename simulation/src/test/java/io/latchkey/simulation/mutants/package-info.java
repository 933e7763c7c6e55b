/** The algorithm broken on purpose, one rule at a time, by wrappers around its ports; the invariants must notice each. */
@NullMarked
package io.latchkey.simulation.mutants;

import org.jspecify.annotations.NullMarked;

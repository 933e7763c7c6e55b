@NullMarked
package io.latchkey.simulation.world;

import org.jspecify.annotations.NullMarked;

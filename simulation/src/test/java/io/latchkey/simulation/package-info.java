@NullMarked
package io.latchkey.simulation;

import org.jspecify.annotations.NullMarked;

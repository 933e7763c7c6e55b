/** One round after the other: load and faults, healing, checking, reading all of it again. */
@NullMarked
package io.latchkey.crashtest.round;

import org.jspecify.annotations.NullMarked;

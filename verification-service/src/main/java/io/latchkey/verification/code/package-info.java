/**
 * Proof by code: who gets a code, what a submitted one is worth, and when somebody has guessed too often.
 *
 * <p>Everything here is a function of state, command and context. The state survives restarts, so do the guesses in it.
 */
@NullMarked
package io.latchkey.verification.code;

import org.jspecify.annotations.NullMarked;

/**
 * What a pure decision is made of. Services' decision packages import this, java.*, jspecify and themselves, and
 * nothing else: a decision is a function of state, command and context.
 */
@NullMarked
package io.latchkey.messaging.decision;

import org.jspecify.annotations.NullMarked;

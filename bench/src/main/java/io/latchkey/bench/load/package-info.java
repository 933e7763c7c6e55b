/**
 * The world outside, in a process of its own: a portal, the persons who type what they are sent, and the provider that sends
 * it to them. It knows when each enrolment was to begin, and sees when it ends.
 */
@NullMarked
package io.latchkey.bench.load;

import org.jspecify.annotations.NullMarked;

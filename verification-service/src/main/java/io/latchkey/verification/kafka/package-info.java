/** What comes in from topics, and what goes out to them. */
@NullMarked
package io.latchkey.verification.kafka;

import org.jspecify.annotations.NullMarked;

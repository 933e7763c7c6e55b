/**
 * The aggregate engine: the input topic is the log. Written over ports; imports no framework, client or driver, so that a
 * simulation runs the very same code.
 */
@NullMarked
package io.latchkey.messaging.engine;

import org.jspecify.annotations.NullMarked;

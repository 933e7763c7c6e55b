/**
 * The leased queue: what is to be sent, who may send it now, and what came of it. Written over ports in single steps, with
 * no framework, client or driver, so that a simulation runs the very same code.
 */
@NullMarked
package io.latchkey.notification.queue;

import org.jspecify.annotations.NullMarked;

/** The threads that walk the queue's steps: senders, one that records answers, one that tells ends, one that claims. */
@NullMarked
package io.latchkey.notification.worker;

import org.jspecify.annotations.NullMarked;

/**
 * Fills the services' databases with accounts as the services would have written them, at a pace that commands do not reach.
 *
 * <p>Each account lives its life in memory first: {@code Portal} says what a portal would have sent, {@code Side}s run the
 * services' own rules, codecs and engines over it, and {@code Life} hands each record from one to the other. What is left at
 * the end is written by the services' own stores.
 *
 * <p>Nothing is on the topics. What is not kept of an account for good is not written either: what verification counts of
 * destinations, and the archive of messages that were sent. No tenant whose accounts are made here may have a policy.
 */
@NullMarked
package io.latchkey.bench.preload;

import org.jspecify.annotations.NullMarked;

/**
 * Sends codes, notices, reminders and calls for help, and tells what became of each: {@code kafka} reads codes and events; {@code queue}
 * inserts one notification each, STARTED under its own lease where a place is free; {@code delivery} decides what state
 * follows; {@code mongo} keeps it; {@code provider} opens the seals, {@code text} words the message, {@code webhook} and
 * {@code smtp} hand it over; {@code kafka} tells the end on notification.events.
 */
@NullMarked
package io.latchkey.notification;

import org.jspecify.annotations.NullMarked;

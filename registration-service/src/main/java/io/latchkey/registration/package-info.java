/**
 * Registration: who may reset a password with what.
 *
 * <p>{@code kafka} turns records of portals, administrators, verification and its own ticks into commands; the engine of
 * {@code messaging} gives each of them, with the account's state from {@code mongo}, to the rules in {@code method}, and
 * what these decide goes out through {@code kafka} as events. {@code phone} and {@code hmac} read and hash destinations
 * for the rules. {@code schedule} looks for accounts whose methods are to be confirmed and sends a tick for each.
 */
@NullMarked
package io.latchkey.registration;

import org.jspecify.annotations.NullMarked;

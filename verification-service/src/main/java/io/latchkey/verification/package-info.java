/**
 * Verification: who has proven that a phone number or an email address is theirs.
 *
 * <p>{@code kafka} turns registered methods and what portals submit into commands; the engine of {@code messaging} gives
 * each of them, with the account's state from {@code mongo}, to the rules in {@code code}, and what these decide goes out
 * through {@code kafka}: events for everybody, and codes, sealed, for notification alone. {@code hmac} hashes codes for
 * the rules. What codes are like and how often somebody may guess says each tenant's policy, which {@code kafka} follows.
 * A destination is never opened here.
 */
@NullMarked
package io.latchkey.verification;

import org.jspecify.annotations.NullMarked;

/**
 * Where notifications are kept: {@code notifications} those under way, {@code notifications_done} those that ended, for 14
 * days and without anything sealed; {@code notifications_accounts} what is known of accounts that makes messages pointless.
 */
@NullMarked
package io.latchkey.notification.mongo;

import org.jspecify.annotations.NullMarked;

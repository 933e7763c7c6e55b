/**
 * Where notifications are kept: {@code notifications} those under way, {@code notifications_done} those that ended, for 14
 * days and without anything sealed.
 */
@NullMarked
package io.latchkey.notification.mongo;

import org.jspecify.annotations.NullMarked;

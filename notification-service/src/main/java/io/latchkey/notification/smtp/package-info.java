/** Mail by SMTP. */
@NullMarked
package io.latchkey.notification.smtp;

import org.jspecify.annotations.NullMarked;

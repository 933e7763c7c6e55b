/** Text messages by a generic JSON webhook, which {@code docs/sms-webhook.md} describes. */
@NullMarked
package io.latchkey.notification.sms;

import org.jspecify.annotations.NullMarked;

/** Text messages and calls by a generic JSON webhook, which {@code docs/phone-webhook.md} describes. */
@NullMarked
package io.latchkey.notification.webhook;

import org.jspecify.annotations.NullMarked;

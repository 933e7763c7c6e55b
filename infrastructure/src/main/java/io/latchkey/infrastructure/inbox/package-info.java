/**
 * What a person would hold in his hand or at his ear: the SMS, calls and mail that were sent. {@link MailServer} and
 * {@link PhoneSandbox} put them in the {@link Inbox}, which {@link InboxServer} shows. It holds codes and addresses in plain, so it is kept
 * in memory alone and served on the loopback interface alone.
 */
@NullMarked
package io.latchkey.infrastructure.inbox;

import org.jspecify.annotations.NullMarked;

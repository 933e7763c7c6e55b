/** The double of a provider of text messages, with a ledger of what it was asked. */
@NullMarked
package io.latchkey.crashtest.provider;

import org.jspecify.annotations.NullMarked;

/** From a started notification to one provider call: opens the seals, words the message, hands it over. */
@NullMarked
package io.latchkey.notification.provider;

import org.jspecify.annotations.NullMarked;

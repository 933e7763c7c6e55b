/** Words for people: one file per language, the same values in each. */
@NullMarked
package io.latchkey.notification.text;

import org.jspecify.annotations.NullMarked;

/** Portals, administrators and persons, with a ledger of what they sent. */
@NullMarked
package io.latchkey.crashtest.load;

import org.jspecify.annotations.NullMarked;

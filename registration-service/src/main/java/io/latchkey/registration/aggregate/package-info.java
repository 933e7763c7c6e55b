/** What one log decides: accounts, and the policies of their tenants. */
@NullMarked
package io.latchkey.registration.aggregate;

import org.jspecify.annotations.NullMarked;

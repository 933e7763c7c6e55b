/** Accounts as their directory describes them. */
@NullMarked
package io.latchkey.registration.account;

import org.jspecify.annotations.NullMarked;

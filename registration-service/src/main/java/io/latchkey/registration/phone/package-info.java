/** Phone numbers through libphonenumber. */
@NullMarked
package io.latchkey.registration.phone;

import org.jspecify.annotations.NullMarked;

/** Where a person is reached: phone numbers and email addresses, how they are read, compared and shown. */
@NullMarked
package io.latchkey.registration.destination;

import org.jspecify.annotations.NullMarked;

/** The collection {@code registrations}. */
@NullMarked
package io.latchkey.registration.mongo;

import org.jspecify.annotations.NullMarked;

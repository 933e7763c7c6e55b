/** What all embedded parts have in common: addresses on the loopback interface and files. */
@NullMarked
package io.latchkey.infrastructure;

import org.jspecify.annotations.NullMarked;

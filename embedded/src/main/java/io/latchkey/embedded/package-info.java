/**
 * The command line. {@link io.latchkey.embedded.Latchkey} knows the commands; {@code up} and {@code demo} run an {@link
 * io.latchkey.embedded.installation.Installation}.
 */
@NullMarked
package io.latchkey.embedded;

import org.jspecify.annotations.NullMarked;

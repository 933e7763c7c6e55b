/**
 * Everything that Latchkey needs and is, in one JVM: {@link io.latchkey.embedded.installation.Installation} starts the
 * parts in the order in which they need each other and stops them in reverse.
 */
@NullMarked
package io.latchkey.embedded.installation;

import org.jspecify.annotations.NullMarked;

/**
 * What operators do, on any installation and without a service's help. {@link io.latchkey.operations.Operations} knows the
 * commands.
 */
@NullMarked
package io.latchkey.operations;

import org.jspecify.annotations.NullMarked;

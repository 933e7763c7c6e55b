/** How an operator reaches an installation. */
@NullMarked
package io.latchkey.operations.cluster;

import org.jspecify.annotations.NullMarked;

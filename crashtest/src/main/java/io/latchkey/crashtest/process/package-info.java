/** The services as processes, and what they are told. */
@NullMarked
package io.latchkey.crashtest.process;

import org.jspecify.annotations.NullMarked;

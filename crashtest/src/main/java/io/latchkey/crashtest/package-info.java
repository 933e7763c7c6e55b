/** The command line of the crash tests. */
@NullMarked
package io.latchkey.crashtest;

import org.jspecify.annotations.NullMarked;

/** What is done to the processes, and when. */
@NullMarked
package io.latchkey.crashtest.fault;

import org.jspecify.annotations.NullMarked;

/** The processes: services, the JVM of broker and database, an independent database server. */
@NullMarked
package io.latchkey.crashtest.process;

import org.jspecify.annotations.NullMarked;

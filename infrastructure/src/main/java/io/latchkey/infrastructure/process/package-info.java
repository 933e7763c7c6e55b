/** Processes of ours: JVMs that take orders, the one of broker and database, and a database server that a command starts. */
@NullMarked
package io.latchkey.infrastructure.process;

import org.jspecify.annotations.NullMarked;

/**
 * Runs a service's real application with wrappers around its ports that halt the process between two actions. They are test
 * sources: the services have no switch for them.
 */
@NullMarked
package io.latchkey.crashtest.launcher;

import org.jspecify.annotations.NullMarked;

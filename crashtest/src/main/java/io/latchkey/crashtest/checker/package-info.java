/**
 * Judges from the outside what a run has left: topics by plain consumers and the writers' schemas, collections by the plain
 * driver, and the ledgers of driver and provider. Shares no code with the services.
 */
@NullMarked
package io.latchkey.crashtest.checker;

import org.jspecify.annotations.NullMarked;

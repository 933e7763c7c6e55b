/** What grows with the number of accounts, asked of running services: reads, documents, and the scan for those that are due. */
@NullMarked
package io.latchkey.bench.growth;

import org.jspecify.annotations.NullMarked;

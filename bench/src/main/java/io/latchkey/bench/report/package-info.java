/** What a run has measured, as a reader sees it: spreads, goals and charts. Strings come out; nothing is written or asked for. */
@NullMarked
package io.latchkey.bench.report;

import org.jspecify.annotations.NullMarked;

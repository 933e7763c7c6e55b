/** What both sides of the comparison work on: the accounts, their numbers, the tenant. */
@NullMarked
package io.latchkey.bench.work;

import org.jspecify.annotations.NullMarked;

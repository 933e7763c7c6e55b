/**
 * Reading over HTTP, for portals that only ask: thin controllers over the pure judgements of {@code method}. Nothing here
 * takes part in a decision.
 */
@NullMarked
package io.latchkey.registration.web;

import org.jspecify.annotations.NullMarked;

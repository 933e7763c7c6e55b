/**
 * {@code latchkey simulate}: seeded schedules of everything that can go wrong, and what must hold after each. The services'
 * own rules, engine, translations and queue run in it; log, store, providers and cryptography are models.
 */
@NullMarked
package io.latchkey.simulation;

import org.jspecify.annotations.NullMarked;

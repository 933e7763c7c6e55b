/**
 * What the services stand upon, as far as their promise depends on it: Kafka's logs and groups, MongoDB's documents,
 * providers, and seals without cryptography. docs/adr/0014 says what is assumed and which contract tests hold the real
 * adapters to it.
 */
@NullMarked
package io.latchkey.simulation.model;

import org.jspecify.annotations.NullMarked;

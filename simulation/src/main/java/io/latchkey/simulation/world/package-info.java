/**
 * The services' own deciders, engine, translations and queue, put together over the models, and everything that can happen
 * to them. One world is used by one thread.
 */
@NullMarked
package io.latchkey.simulation.world;

import org.jspecify.annotations.NullMarked;

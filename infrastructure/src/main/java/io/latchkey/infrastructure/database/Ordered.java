package io.latchkey.infrastructure.database;

/** An index that can be read in order. */
interface Ordered {

    OrderedKeys ordered();
}

/** The engine's store over the MongoDB driver: one find, one bulk write, one watermark per batch. */
@NullMarked
package io.latchkey.messaging.mongo;

import org.jspecify.annotations.NullMarked;

/** A database that speaks MongoDB's wire protocol, inside this JVM: a fake whose files survive {@code kill -9}. */
@NullMarked
package io.latchkey.infrastructure.database;

import org.jspecify.annotations.NullMarked;

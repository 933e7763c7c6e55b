/**
 * Where accounts stand, from the compacted topic alone. It is read partition by partition, an account is in one of them,
 * and of each some 200 bytes are kept until its partition is read: a million accounts fit 512 MB even in one partition.
 */
@NullMarked
package io.latchkey.operations.report;

import org.jspecify.annotations.NullMarked;

/**
 * Dead letters: {@code list} counts them, {@code show} tells one's story, {@code redrive} sends them back. Dead-letter and
 * redrive topics are read as streams, partition by partition; of a dead letter that was seen only its id is kept.
 */
@NullMarked
package io.latchkey.operations.dlt;

import org.jspecify.annotations.NullMarked;

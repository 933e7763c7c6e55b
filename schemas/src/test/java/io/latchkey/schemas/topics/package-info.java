/** Tests of the topic catalogue and of the rules that every contract keeps. */
@NullMarked
package io.latchkey.schemas.topics;

import org.jspecify.annotations.NullMarked;

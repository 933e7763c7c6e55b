/** The promises of docs/requirements.md, and the tests that show them. */
@NullMarked
package io.latchkey.schemas.requirements;

import org.jspecify.annotations.NullMarked;

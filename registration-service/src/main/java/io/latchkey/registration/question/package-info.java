/** Security questions: what may be asked, what may be answered, and what is kept of it. */
@NullMarked
package io.latchkey.registration.question;

import org.jspecify.annotations.NullMarked;

/** What a tenant's accounts may and must do, as pure functions. */
@NullMarked
package io.latchkey.registration.policy;

import org.jspecify.annotations.NullMarked;

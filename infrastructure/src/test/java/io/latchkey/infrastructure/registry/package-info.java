/** Tests of the registry with a genuine client and with requests that no client makes. */
@NullMarked
package io.latchkey.infrastructure.registry;

import org.jspecify.annotations.NullMarked;

/** The product's story, played and checked: one person registers a phone and an email and proves both by code. */
@NullMarked
package io.latchkey.embedded.demo;

import org.jspecify.annotations.NullMarked;

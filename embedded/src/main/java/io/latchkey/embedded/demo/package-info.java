/**
 * The product's stories, played and checked: one person registers a phone and an email and proves both by code; and the whole
 * life of an account.
 */
@NullMarked
package io.latchkey.embedded.demo;

import org.jspecify.annotations.NullMarked;

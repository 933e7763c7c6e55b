/**
 * Who may reset with what: accounts, their methods and when these are to be confirmed, as pure functions. Imports
 * java.*, jspecify, messaging's decision types and itself.
 */
@NullMarked
package io.latchkey.registration.method;

import org.jspecify.annotations.NullMarked;

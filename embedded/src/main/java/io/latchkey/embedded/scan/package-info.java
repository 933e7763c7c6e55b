/**
 * Looks for personal values in plain wherever Latchkey leaves bytes: topics, collections, files, logs.
 *
 * <p>It reads as somebody who stole the bytes would: as they are, and after decoding every run of hex or base64 in
 * them. It promises nothing about other disguises, and says that it works by finding a canary planted in each kind of
 * place.
 */
@NullMarked
package io.latchkey.embedded.scan;

import org.jspecify.annotations.NullMarked;

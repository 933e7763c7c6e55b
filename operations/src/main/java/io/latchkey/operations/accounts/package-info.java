/**
 * Bulk import. A file is read line by line, every line is judged here and, if it is good, becomes commands that are sealed
 * and published as a portal's are. Memory does not grow with the file: of what is under way only a window is kept.
 */
@NullMarked
package io.latchkey.operations.accounts;

import org.jspecify.annotations.NullMarked;

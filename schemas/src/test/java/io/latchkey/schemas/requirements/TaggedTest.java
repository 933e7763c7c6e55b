package io.latchkey.schemas.requirements;

import java.util.Set;

/**
 * Something in the sources of the tests that is tagged with promises.
 *
 * @param name of a method with its class, or of a class all of whose tests are meant
 * @param runs whether it is a test and not disabled
 */
record TaggedTest(String module, String name, Set<String> promises, boolean runs) {

    boolean shows(String promise) {
        return runs && promises.contains(promise);
    }
}

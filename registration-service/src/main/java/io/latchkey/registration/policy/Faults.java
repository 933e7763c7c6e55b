package io.latchkey.registration.policy;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the fields of a policy. Fields are named as in the record {@code Policy}. */
final class Faults {

    private static final String RECORD = "policy.";

    private final List<FieldFault> found = new ArrayList<>();

    List<FieldFault> found() {
        return List.copyOf(found);
    }

    void require(boolean fulfilled, String field, String requirement) {
        if (!fulfilled) {
            found.add(new FieldFault(RECORD + field, requirement, false));
        }
    }

    void range(String field, int value, int min, int max) {
        require(min <= value && value <= max, field, min + " to " + max);
    }

    void unreadable(String field) {
        found.add(FieldFault.unreadable(RECORD + field));
    }
}

package io.latchkey.registration.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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

    /** Whether a list is short enough to look at its elements: what is told of them stays within bounds. */
    boolean size(String field, List<?> elements, int max) {
        require(elements.size() <= max, field, "a list of at most " + max);
        return elements.size() <= max;
    }

    <T> void each(String field, List<T> elements, int max, Predicate<T> right, String requirement) {
        if (size(field, elements, max)) {
            for (int i = 0; i < elements.size(); i++) {
                require(right.test(elements.get(i)), element(field, i), requirement);
            }
        }
    }

    static String element(String field, int index) {
        return field + "[" + index + "]";
    }

    void unreadable(String field) {
        found.add(FieldFault.unreadable(RECORD + field));
    }
}

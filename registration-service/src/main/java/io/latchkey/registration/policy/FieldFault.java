package io.latchkey.registration.policy;

/**
 * A field that is wrong, and how.
 *
 * @param field a path of the command's record, such as {@code policy.codeLength}
 * @param requirement what it must be, in English; never holds a value of the command
 * @param unreadable whether it could not be opened, so that its content was not looked at
 */
public record FieldFault(String field, String requirement, boolean unreadable) {

    static FieldFault unreadable(String field) {
        return new FieldFault(field, "sealed for registration, for this tenant and this command", true);
    }
}

package io.latchkey.registration.method;

/** A personal text that nobody but its owner reads. Prints as {@code •••}. */
public record Personal(String value) {
    @Override
    public String toString() {
        return "•••";
    }
}

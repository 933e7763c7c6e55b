package io.latchkey.registration.account;

/** A personal text that nobody but its owner reads. Prints as {@code •••}. */
public record Personal(String value) {
    @Override
    public String toString() {
        return "•••";
    }
}

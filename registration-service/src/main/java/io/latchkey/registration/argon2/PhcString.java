package io.latchkey.registration.argon2;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hash with all that is needed to make it again: {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}. Prints as {@code •••}. */
record PhcString(Argon2id cost, byte[] salt, byte[] hash) {

    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();
    private static final String BASE64_TEXT = "([A-Za-z0-9+/]+)";
    private static final Pattern FORMAT = Pattern.compile("\\$argon2id\\$v=" + Argon2id.VERSION
            + "\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$" + BASE64_TEXT + "\\$" + BASE64_TEXT);

    /** @throws IllegalStateException if it is not one of ours; says nothing of its content */
    static PhcString parse(String text) {
        var parts = FORMAT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("what is kept of an answer is no Argon2id hash");
        }
        return new PhcString(cost(parts), decoded(parts.group(4)), decoded(parts.group(5)));
    }

    private static Argon2id cost(Matcher parts) {
        return new Argon2id(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    String text() {
        return "$argon2id$v=" + Argon2id.VERSION
                + "$m=" + cost.memory() + ",t=" + cost.passes() + ",p=" + cost.lanes()
                + "$" + BASE64.encodeToString(salt)
                + "$" + BASE64.encodeToString(hash);
    }

    @Override
    public String toString() {
        return "•••";
    }
}

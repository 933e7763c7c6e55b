package io.latchkey.bench.load;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a person sees of a message.
 *
 * @param to E.164
 */
record Text(UUID codeId, String to, String code) {

    private static final Pattern ID = Pattern.compile("\"idempotencyKey\":\\s*\"([0-9a-f-]{36})\"");
    private static final Pattern TO = Pattern.compile("\"to\":\\s*\"(\\+[0-9]+)\"");
    private static final Pattern CODE = Pattern.compile("(?<![0-9+])[0-9]{6,10}(?![0-9])");

    /** @throws IllegalArgumentException for what is no message with a code; without its content */
    static Text of(String body) {
        int text = body.indexOf("\"text\"");
        if (text < 0) {
            throw new IllegalArgumentException("a request without a text");
        }
        return new Text(UUID.fromString(found(ID, 1, body)), found(TO, 1, body), found(CODE, 0, body.substring(text)));
    }

    private static String found(Pattern pattern, int group, String in) {
        var matcher = pattern.matcher(in);
        if (!matcher.find()) {
            throw new IllegalArgumentException("a request without " + pattern.pattern());
        }
        return matcher.group(group);
    }

    @Override
    public String toString() {
        return "Text of " + codeId;
    }
}

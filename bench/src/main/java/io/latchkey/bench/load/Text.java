package io.latchkey.bench.load;

import java.util.Optional;
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

    /**
     * Empty where there is no code in it, as in a reminder.
     *
     * @throws IllegalArgumentException for what is no message; without its content
     */
    static Optional<Text> of(String body) {
        int text = body.indexOf("\"text\"");
        if (text < 0) {
            throw new IllegalArgumentException("a request without a text");
        }
        var id = UUID.fromString(found(ID, body));
        var to = found(TO, body);
        return CODE.matcher(body.substring(text)).results().findFirst().map(code -> new Text(id, to, code.group()));
    }

    private static String found(Pattern pattern, String in) {
        var matcher = pattern.matcher(in);
        if (!matcher.find()) {
            throw new IllegalArgumentException("a request without " + pattern.pattern());
        }
        return matcher.group(1);
    }

    @Override
    public String toString() {
        return "Text of " + codeId;
    }
}

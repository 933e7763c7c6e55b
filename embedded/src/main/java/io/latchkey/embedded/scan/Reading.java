package io.latchkey.embedded.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One way to read bytes.
 *
 * @param text one ISO 8859-1 character per byte
 */
record Reading(Encoding encoding, String text) {

    /** Twelve digits are six bytes, the shortest value there is. */
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{12,}");

    /** Eight characters are six bytes; either alphabet, padding left out. */
    private static final Pattern BASE64 = Pattern.compile("[0-9A-Za-z+/_-]{8,}");

    /** As they are, and every run of hex or base64 decoded from each position at which a byte may begin. */
    static Stream<Reading> of(byte[] bytes) {
        var text = new String(bytes, ISO_8859_1);
        return Stream.of(
                        Stream.of(new Reading(Encoding.PLAIN, text)),
                        runs(HEX, text).flatMap(run -> IntStream.range(0, 2).mapToObj(skip -> hex(run, skip))),
                        runs(BASE64, text).flatMap(run -> IntStream.range(0, 4).mapToObj(skip -> base64(run, skip))))
                .flatMap(readings -> readings);
    }

    private static Stream<String> runs(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }

    private static Reading hex(String run, int skip) {
        var decoded = new StringBuilder(run.length() / 2);
        for (int at = skip; at + 1 < run.length(); at += 2) {
            decoded.append((char) (Character.digit(run.charAt(at), 16) << 4 | Character.digit(run.charAt(at + 1), 16)));
        }
        return new Reading(Encoding.HEX, decoded.toString());
    }

    private static Reading base64(String run, int skip) {
        var standard = run.substring(skip).replace('-', '+').replace('_', '/');
        // A last character that begins a byte without ending it says nothing.
        var whole = standard.length() % 4 == 1 ? standard.substring(0, standard.length() - 1) : standard;
        return new Reading(Encoding.BASE64, new String(Base64.getDecoder().decode(whole), ISO_8859_1));
    }

    /** Never shows the text. */
    @Override
    public String toString() {
        return "Reading[" + encoding + "]";
    }
}

package io.latchkey.embedded.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A personal value to look for. Its label may be shown, the value never. */
public sealed interface Needle {

    String label();

    /** @param text bytes read as ISO 8859-1, one character each */
    boolean isIn(String text);

    /** A code: digits that stand alone. */
    static Needle code(String label, String digits) {
        return new Code(label, digits);
    }

    /** Any of many codes, at the price of one. */
    static Needle anyCode(String label, Collection<String> digits) {
        return new AnyCode(label, Set.copyOf(digits));
    }

    /** Any of many phone numbers, at the price of one. */
    static Needle anyNumber(String label, Collection<String> nationalDigits) {
        var lengths = nationalDigits.stream().map(String::length).collect(Collectors.toSet());
        return new AnyNumber(label, Set.copyOf(nationalDigits), lengths);
    }

    /** A phone number, found however it is grouped, with or without country code or trunk prefix. */
    static Needle number(String label, String nationalDigits) {
        var grouped = nationalDigits.chars().mapToObj(Character::toString).collect(Collectors.joining("[ ./()-]{0,2}"));
        return new Matching(label, Pattern.compile(grouped + "(?![0-9])"));
    }

    /** An email address or a name, in any case, an {@code @} also as an address bar writes it. */
    static Needle text(String label, String text) {
        var pattern = Arrays.stream(text.split("@", -1)).map(Needle::quoted).collect(Collectors.joining("(?:@|%40)"));
        return new Matching(label, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }

    private static String quoted(String part) {
        return Pattern.quote(new String(part.getBytes(UTF_8), ISO_8859_1));
    }

    /** Long enough to be found by chance nowhere, so that what stands around it does not matter. */
    record Matching(String label, Pattern pattern) implements Needle {

        @Override
        public boolean isIn(String text) {
            return pattern.matcher(text).find();
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * Six digits are short: some thousand hexadecimal ids hold any given six by chance. So digits on either side rule a
     * hit out, and so does a word of eight or more characters that is hexadecimal throughout, unless the code itself has
     * eight. Base64 needs no such rule: 64<sup>6</sup> is 69 billion, and random bytes spell six given digits once in
     * 2<sup>48</sup>.
     */
    record Code(String label, String digits) implements Needle {

        private static final int SHORTEST_HEX_ID = 8;

        @Override
        public boolean isIn(String text) {
            for (int at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
                if (standsAlone(text, at, at + digits.length())) {
                    return true;
                }
            }
            return false;
        }

        static boolean standsAlone(String text, int from, int to) {
            int start = from;
            int end = to;
            if (isDigit(text, start - 1) || isDigit(text, end)) {
                return false;
            }
            if (to - from >= SHORTEST_HEX_ID) {
                return true;
            }
            while (isWord(text, start - 1)) {
                start--;
            }
            while (isWord(text, end)) {
                end++;
            }
            return end - start < SHORTEST_HEX_ID
                    || !text.substring(start, end).chars().allMatch(Code::isHex);
        }

        private static boolean isDigit(String text, int at) {
            return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
        }

        private static boolean isWord(String text, int at) {
            return at >= 0 && at < text.length() && text.charAt(at) < 128 && Character.isLetterOrDigit(text.charAt(at));
        }

        private static boolean isHex(int character) {
            return Character.digit(character, 16) >= 0;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** Every run of digits that stands alone is looked up. */
    record AnyCode(String label, Set<String> digits) implements Needle {

        private static final Pattern RUN = Pattern.compile("(?<![0-9])[0-9]{6,10}(?![0-9])");

        @Override
        public boolean isIn(String text) {
            return RUN.matcher(text)
                    .results()
                    .anyMatch(run -> digits.contains(run.group()) && Code.standsAlone(text, run.start(), run.end()));
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** Every stretch of digits, however grouped and whatever stands around it, is looked up. */
    record AnyNumber(String label, Set<String> nationalDigits, Set<Integer> lengths) implements Needle {

        private static final Pattern RUN = Pattern.compile("[0-9](?:[ ./()-]{0,2}[0-9]){6,}+");
        private static final Pattern BETWEEN = Pattern.compile("[^0-9]");

        @Override
        public boolean isIn(String text) {
            return RUN.matcher(text)
                    .results()
                    .anyMatch(run -> holds(BETWEEN.matcher(run.group()).replaceAll("")));
        }

        private boolean holds(String digits) {
            return lengths.stream()
                    .anyMatch(length -> IntStream.rangeClosed(0, digits.length() - length)
                            .anyMatch(from -> nationalDigits.contains(digits.substring(from, from + length))));
        }

        @Override
        public String toString() {
            return label;
        }
    }
}

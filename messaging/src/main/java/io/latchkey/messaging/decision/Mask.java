package io.latchkey.messaging.decision;

/**
 * What may be shown of a destination. Every mask of a kind has the same length, so that it does not tell how long the
 * value is, and shows at most two characters of it.
 */
public record Mask(String value) {

    private static final int SHOWN_DIGITS = 2;
    private static final int SHORTEST_PHONE = 8;
    private static final int SHORTEST_LOCAL_PART = 3;

    /** The last two digits of an E.164 number: {@code •••• •••• 42}. */
    public static Mask phone(String e164) {
        return new Mask("•••• •••• " + lastDigits(e164));
    }

    /** The first character of an address, where that is an ASCII letter or digit: {@code a•••••@•••••}. */
    public static Mask email(String address) {
        return new Mask(firstCharacter(address) + "•••••@•••••");
    }

    private static String lastDigits(String e164) {
        var last = e164.substring(Math.max(0, e164.length() - SHOWN_DIGITS));
        boolean harmless = e164.length() >= SHORTEST_PHONE && last.chars().allMatch(c -> '0' <= c && c <= '9');
        return harmless ? last : "••";
    }

    private static String firstCharacter(String address) {
        boolean harmless = address.lastIndexOf('@') >= SHORTEST_LOCAL_PART && letterOrDigit(address.charAt(0));
        return harmless ? address.substring(0, 1) : "•";
    }

    private static boolean letterOrDigit(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    /** As it may be shown. */
    @Override
    public String toString() {
        return value;
    }
}

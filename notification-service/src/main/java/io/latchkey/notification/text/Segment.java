package io.latchkey.notification.text;

import java.util.Set;
import java.util.stream.Collectors;

/** The size of a text message: one segment holds 160 septets of the GSM alphabet, or else 70 UTF-16 units (3GPP TS 23.038). */
final class Segment {

    private static final int SEPTETS = 160;
    private static final int UNITS = 70;

    private static final Set<Integer> BASIC =
            characters("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
    /** Behind an escape: two septets each. */
    private static final Set<Integer> EXTENDED = characters("\f^{}\\[~]|€");

    private Segment() {}

    static boolean fits(String text) {
        return gsm(text) ? septets(text) <= SEPTETS : text.length() <= UNITS;
    }

    private static boolean gsm(String text) {
        return text.chars().allMatch(c -> BASIC.contains(c) || EXTENDED.contains(c));
    }

    private static long septets(String text) {
        return text.length() + text.chars().filter(EXTENDED::contains).count();
    }

    private static Set<Integer> characters(String all) {
        return all.chars().boxed().collect(Collectors.toUnmodifiableSet());
    }
}

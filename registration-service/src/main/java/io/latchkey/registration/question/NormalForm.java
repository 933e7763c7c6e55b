package io.latchkey.registration.question;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The form in which answers and questions are compared: equal however a text is typed, on whatever keyboard.
 *
 * <p>Unicode's compatibility caseless match (D146, Unicode section 3.13), made of what the JDK has. Case is folded by going
 * to lower case, full upper case and lower case again, without a language and without regard to a character's neighbours:
 * ß, ẞ and ss are one, and so are σ and ς. Unlike in Unicode's own folding i, ı, I and İ are one too, because what a
 * keyboard makes of them depends on its language. Twice is the same as once.
 */
final class NormalForm {

    /** What nobody sees: format characters and Unicode's other Default_Ignorable_Code_Points. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f"
                    + "\\u3164\\ufe00-\\ufe0f\\uffa0\\x{e0100}-\\x{e01ef}]");

    /** What is left of İ once it is taken apart. */
    private static final Pattern DOTTED_I = Pattern.compile("i\\u0307+");

    private static final Pattern SPACES = Pattern.compile("\\p{Z}+");

    private NormalForm() {}

    static String of(String text) {
        var visible = INVISIBLE.matcher(text).replaceAll("");
        var folded = folded(Normalizer.normalize(visible, Form.NFKD));
        return SPACES.matcher(Normalizer.normalize(folded, Form.NFKC))
                .replaceAll(" ")
                .strip();
    }

    /** Controls, half surrogates, and what Unicode has not assigned yet and may give another form when it does. */
    static boolean unwritable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE || type == Character.UNASSIGNED;
    }

    private static String folded(String decomposed) {
        return DOTTED_I.matcher(lower(lower(decomposed).toUpperCase(Locale.ROOT)))
                .replaceAll("i");
    }

    /** One by one: {@link String#toLowerCase} would make a ς of a last Σ. */
    private static String lower(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

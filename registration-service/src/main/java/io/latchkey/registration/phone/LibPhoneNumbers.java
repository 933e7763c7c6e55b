package io.latchkey.registration.phone;

import static com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat.E164;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import io.latchkey.registration.destination.PhoneNumber;
import io.latchkey.registration.destination.PhoneNumbers;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Takes the numbers at which a person can be called; mobile ones, and what the numbering plan does not tell apart from them, take texts. */
@Component
class LibPhoneNumbers implements PhoneNumbers {

    private static final int MAX_LENGTH = 64;

    /** As people and RFC 3966 write it at the end of a number; of at most 7 digits, as the library reads it. */
    private static final Pattern EXTENSION =
            Pattern.compile("(?i)[\\s,;]*(ext\\.?|extension|x)\\s*[:=.]?\\s*\\d{1,7}\\s*$");

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

    @Override
    public Reading read(String text, String region) {
        if (text.length() > MAX_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
            return new Reading.Invalid();
        }
        try {
            return judge(text, library.parse(text, region));
        } catch (NumberParseException _) {
            return new Reading.Invalid();
        }
    }

    /** The library reads letters as keys and drops what surrounds a number; nobody means either here. */
    private Reading judge(String text, Phonenumber.PhoneNumber number) {
        if (!library.isValidNumber(number)) {
            return new Reading.Invalid();
        }
        return withoutExtension(text).chars().anyMatch(Character::isLetter) ? new Reading.Invalid() : byType(number);
    }

    private static String withoutExtension(String text) {
        return EXTENSION.matcher(text).replaceFirst("");
    }

    private Reading byType(Phonenumber.PhoneNumber number) {
        return switch (library.getNumberType(number)) {
            case MOBILE, FIXED_LINE_OR_MOBILE -> callable(number, !number.hasExtension());
            case FIXED_LINE, VOIP -> callable(number, false);
            case TOLL_FREE, PREMIUM_RATE, SHARED_COST, PERSONAL_NUMBER, PAGER, UAN, VOICEMAIL, UNKNOWN ->
                new Reading.Unsupported();
        };
    }

    private Reading callable(Phonenumber.PhoneNumber number, boolean takesText) {
        var extension = number.hasExtension() ? number.getExtension() : null;
        var country = library.getRegionCodeForNumber(number);
        return new Reading.Callable(
                new PhoneNumber(library.format(number, E164), extension), country == null ? "001" : country, takesText);
    }
}

package io.latchkey.registration.phone;

import static com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat.E164;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import io.latchkey.registration.destination.PhoneNumber;
import io.latchkey.registration.destination.PhoneNumbers;
import org.springframework.stereotype.Component;

/** Takes the numbers that can get an SMS: mobile, and what the numbering plan does not tell apart from it. */
@Component
class LibPhoneNumbers implements PhoneNumbers {

    private static final int MAX_LENGTH = 64;

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
        if (number.hasExtension()) {
            return new Reading.Unsupported();
        }
        return text.chars().anyMatch(Character::isLetter) ? new Reading.Invalid() : byType(number);
    }

    private Reading byType(Phonenumber.PhoneNumber number) {
        return switch (library.getNumberType(number)) {
            case MOBILE, FIXED_LINE_OR_MOBILE -> new Reading.Mobile(new PhoneNumber(library.format(number, E164)));
            case FIXED_LINE,
                    TOLL_FREE,
                    PREMIUM_RATE,
                    SHARED_COST,
                    VOIP,
                    PERSONAL_NUMBER,
                    PAGER,
                    UAN,
                    VOICEMAIL,
                    UNKNOWN -> new Reading.Unsupported();
        };
    }
}

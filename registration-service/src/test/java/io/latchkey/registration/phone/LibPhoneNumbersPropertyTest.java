package io.latchkey.registration.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import io.latchkey.registration.destination.PhoneNumber;
import io.latchkey.registration.destination.PhoneNumbers;
import io.latchkey.registration.destination.PhoneNumbers.Reading;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Normalisation: one number has one reading, however it is written and wherever its reader is at home. */
class LibPhoneNumbersPropertyTest {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private final PhoneNumbers numbers = new LibPhoneNumbers();

    @Property
    @Tag("SPEC-2.1e")
    void theMobileNumberOfAnyRegionReadsAlikeInEveryFormatAtHome(
            @ForAll("regions") String region, @ForAll PhoneNumberFormat format) {
        var example = example(region);

        assertThat(numbers.read(UTIL.format(example, format).replace("tel:", ""), region))
                .isEqualTo(mobile(example));
    }

    @Property
    @Tag("SPEC-2.1f")
    void aNumberWithItsCountryCodeReadsAlikeEverywhereWithAnySpaceAnywhere(
            @ForAll("regions") String region,
            @ForAll("regions") String reader,
            @ForAll @IntRange(min = 2, max = 8) int at) {
        var example = example(region);
        var text = new StringBuilder(e164(example)).insert(at, ' ').toString();

        assertThat(numbers.read(text, reader)).isEqualTo(mobile(example));
    }

    @Property
    void aReadingReadsAsItself(@ForAll("regions") String region, @ForAll("regions") String reader) {
        var example = example(region);

        assertThat(numbers.read(e164(example), reader)).isEqualTo(numbers.read(e164(example), region));
    }

    /** All that have mobile numbers. */
    @Provide
    static Arbitrary<String> regions() {
        return Arbitraries.of(UTIL.getSupportedRegions().stream()
                .filter(region -> UTIL.getExampleNumberForType(region, PhoneNumberType.MOBILE) != null)
                .sorted()
                .toList());
    }

    private static Phonenumber.PhoneNumber example(String region) {
        return UTIL.getExampleNumberForType(region, PhoneNumberType.MOBILE);
    }

    private static Reading mobile(Phonenumber.PhoneNumber example) {
        return new Reading.Callable(new PhoneNumber(e164(example)), UTIL.getRegionCodeForNumber(example), true);
    }

    private static String e164(Phonenumber.PhoneNumber number) {
        return UTIL.format(number, PhoneNumberFormat.E164);
    }
}

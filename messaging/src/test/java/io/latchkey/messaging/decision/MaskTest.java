package io.latchkey.messaging.decision;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

    private static final String OURS = "• @";

    @ParameterizedTest
    @CsvSource({
        "+4915112345642, •••• •••• 42",
        "+8613800138000, •••• •••• 00",
        "+1234567, •••• •••• 67",
        "+123456, •••• •••• ••",
        "'', •••• •••• ••",
        "+49151123456４２, •••• •••• ••",
        "+4915112345é2, •••• •••• ••",
    })
    void aPhoneShowsItsLastTwoDigits(String number, String mask) {
        assertThat(Mask.phone(number)).isEqualTo(new Mask(mask));
    }

    @ParameterizedTest
    @CsvSource({
        "alice@example.org, a•••••@•••••",
        "Zoe@example.org, Z•••••@•••••",
        "al@example.org, ••••••@•••••",
        "a@b, ••••••@•••••",
        "not an address, ••••••@•••••",
        "'', ••••••@•••••",
        "ünal@example.org, ••••••@•••••",
        "😀😀@example.org, ••••••@•••••",
        "\"quoted\"@example.org, ••••••@•••••",
    })
    void anEmailShowsItsFirstCharacter(String address, String mask) {
        assertThat(Mask.email(address)).isEqualTo(new Mask(mask));
    }

    @Property
    void everyPhoneMaskHasOneLength(@ForAll("phones") String value) {
        assertThat(Mask.phone(value).value()).hasSize(12);
    }

    @Property
    void everyEmailMaskHasOneLength(@ForAll("emails") String value) {
        assertThat(Mask.email(value).value()).hasSize(12);
    }

    @Property
    void aPhoneMaskShowsAtMostTwoCharacters(@ForAll("phones") String value) {
        assertThat(shown(Mask.phone(value))).hasSizeLessThanOrEqualTo(2).isSubstringOf(value);
    }

    @Property
    void anEmailMaskShowsAtMostOneCharacterBesidesTheAt(@ForAll("emails") String value) {
        assertThat(shown(Mask.email(value))).hasSizeLessThanOrEqualTo(1).isSubstringOf(value);
    }

    @Provide
    Arbitrary<String> phones() {
        var numbers =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(15).map(digits -> "+" + digits);
        return Arbitraries.oneOf(numbers, Arbitraries.strings().ofMaxLength(40));
    }

    @Provide
    Arbitrary<String> emails() {
        var part = Arbitraries.strings().ofMinLength(1).ofMaxLength(70);
        return Arbitraries.oneOf(part.flatMap(local -> part.map(domain -> local + "@" + domain)), part);
    }

    private static String shown(Mask mask) {
        return mask.value()
                .chars()
                .filter(c -> OURS.indexOf(c) < 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

package io.latchkey.registration.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.registration.destination.PhoneNumber;
import io.latchkey.registration.destination.PhoneNumbers;
import io.latchkey.registration.destination.PhoneNumbers.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibPhoneNumbersTest {

    private final PhoneNumbers numbers = new LibPhoneNumbers();

    @ParameterizedTest
    @CsvSource({
        "+49 1512 3456789, DE, +4915123456789",
        "+49 15123456789, US, +4915123456789",
        "01512 3456789, DE, +4915123456789",
        "0049 1512 3456789, DE, +4915123456789",
        "011 49 1512 3456789, US, +4915123456789",
        "+1 4255550123, DE, +14255550123",
        "(425) 555-0123, US, +14255550123",
        "425.555.0123, US, +14255550123",
        "+86 13812345678, CN, +8613812345678",
        "＋４９ １５１２ ３４５６７８９, DE, +4915123456789",
        "' +44 7400 123456 ', DE, +447400123456",
    })
    @Tag("SPEC-2.1e")
    @Tag("SPEC-2.1f")
    void readsNumbersAsPeopleTypeThem(String text, String region, String expected) {
        assertThat(numbers.read(text, region)).isInstanceOfSatisfying(Reading.Callable.class, read -> {
            assertThat(read.number()).isEqualTo(new PhoneNumber(expected));
            assertThat(read.takesText()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "+49 30 123456, DE, +4930123456, , DE",
        "(0)30 123456 x12, DE, +4930123456, 12, DE",
        "+49 30 123456 ext. 12, US, +4930123456, 12, DE",
        "+49 30 123456;ext=12, US, +4930123456, 12, DE",
        "+1 425 555 0123 extension 4567, DE, +14255550123, 4567, US",
        "+44 56 1234 5678, DE, +445612345678, , GB",
    })
    @Tag("SPEC-2.1d")
    @Tag("SPEC-2.1g")
    void readsNumbersThatCanOnlyBeCalledWithTheirExtension(
            String text, String region, String number, @Nullable String extension, String country) {
        assertThat(numbers.read(text, region))
                .isEqualTo(new Reading.Callable(new PhoneNumber(number, extension), country, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "+",
                "+49",
                "+999 123456789",
                "+49 1512 34",
                "+49 1512 34567890123456",
                "+1 555 555 0123",
                "ada@example.org",
                "call 01512 3456789",
                "01512 3456789 please",
                "0800 LATCHKEY",
                "tel:+49-1512-3456789",
                "01512\n3456789",
                "01512 3456789\u0000",
            })
    void refusesWhatIsNoNumber(String text) {
        assertThat(numbers.read(text, "DE")).isEqualTo(new Reading.Invalid());
    }

    @ParameterizedTest
    @CsvSource({
        "+49 800 1234567, DE, toll-free",
        "+49 900 1234567, DE, premium",
        "+44 909 0123456, GB, premium",
        "+44 70 1234 5678, GB, somebody's that follows him",
    })
    void refusesNumbersThatAreNobodysOwn(String text, String region, String why) {
        assertThat(numbers.read(text, region)).as(why).isEqualTo(new Reading.Unsupported());
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 250, 100_000})
    void refusesOverlongTextWithoutReadingIt(int length) {
        assertThat(numbers.read("+49 1512 3456789" + " ".repeat(length), "DE")).isEqualTo(new Reading.Invalid());
    }
}

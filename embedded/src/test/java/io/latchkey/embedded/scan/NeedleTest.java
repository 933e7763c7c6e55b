package io.latchkey.embedded.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedleTest {

    private static final Needle CODE = Needle.code("code", "123456");
    private static final Needle NUMBER = Needle.number("number", "15112345678");
    private static final Needle CODES = Needle.anyCode("codes", List.of("123456", "654321", "0123456789"));
    private static final Needle NUMBERS = Needle.anyNumber("numbers", List.of("15112345678", "1717654321"));
    private static final Needle ADDRESS = Needle.text("address", "ada.k@example.org");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456",
                "Your code is 123456.",
                "{\"code\":\"123456\"}",
                "\f123456a", // Avro: a length before, the next field's length after
                "code123456", // a word that is not hexadecimal
                "1123456 123456" // the second one stands alone
            })
    void aCodeThatStandsAloneIsFound(String text) {
        assertThat(CODE.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1123456",
                "1234567",
                "1764161123456", // milliseconds of a clock
                "a123456b-0000-4000-8000-000000000000",
                "ffee123456aa",
                "123 456",
                ""
            })
    void sixDigitsInALongerNumberOrAHexadecimalIdAreNoCode(String text) {
        assertThat(CODE.isIn(text)).isFalse();
    }

    /** Its digits are a hexadecimal word of their own. */
    @ParameterizedTest
    @ValueSource(strings = {"0123456789", "code 0123456789.", "\f0123456789a"})
    void aLongCodeThatStandsAloneIsFound(String text) {
        assertThat(Needle.code("code", "0123456789").isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+4915112345678",
                "4915112345678",
                "015112345678",
                "0151 1234 5678",
                "+49 (151) 123-456-78",
                "tel:+49-151-12345678;x",
                "0151/12345678"
            })
    void aNumberIsFoundHoweverItIsGroupedAndPrefixed(String text) {
        assertThat(NUMBER.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"151123456789", "1511234567", "151 1234 567x8", "•••78"})
    void anotherNumberIsNotFound(String text) {
        assertThat(NUMBER.isIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ada.k@example.org", "<Ada.K@EXAMPLE.org>", "to=ada.k%40example.org&", "xada.k@example.orgx"})
    void anAddressIsFoundInAnyCaseAndEscaped(String text) {
        assertThat(ADDRESS.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada-k@example.org", "ada.k at example.org", "a••@e••"})
    void anotherAddressOrAMaskIsNotFound(String text) {
        assertThat(ADDRESS.isIn(text)).isFalse();
    }

    @Test
    void anAddressOutsideAsciiIsFoundByItsUtf8Bytes() {
        var address = "søren@exämple.org";
        var text = new String(address.getBytes(UTF_8), ISO_8859_1);
        assertThat(Needle.text("address", address).isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"654321", "code 123456, no. 2", "\f0123456789a"})
    void anyOfManyCodesIsFoundWhereItStandsAlone(String text) {
        assertThat(CODES.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123457", "1123456", "a654321b-0000-4000-8000-000000000000", "012345678"})
    void whatIsNoneOfManyCodesIsNotFound(String text) {
        assertThat(CODES.isIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4915112345678", "0171 765-4321", "no. 1: +49 (151) 123-456-78 2"})
    void anyOfManyNumbersIsFoundHoweverItIsGroupedAndWhateverStandsAroundIt(String text) {
        assertThat(NUMBERS.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"15112345679", "171 765 432", "151 1234 567x8"})
    void whatIsNoneOfManyNumbersIsNotFound(String text) {
        assertThat(NUMBERS.isIn(text)).isFalse();
    }

    @Test
    void noNeedleShowsItsValue() {
        assertThat(CODE + " " + NUMBER + " " + ADDRESS + " " + CODES + " " + NUMBERS)
                .isEqualTo("code number address codes numbers");
    }
}

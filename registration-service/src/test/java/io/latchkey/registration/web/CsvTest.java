package io.latchkey.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "=", "＝1", "＋1", "－1", "＠x", "=a\r\n\"b\""})
    void whatASpreadsheetWouldComputeIsText(String value) {
        assertThat(Csv.field(value)).isEqualTo("\"'" + value.replace("\"", "\"\"") + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a;b", "a\"b", "a\nb", "a\rb", "a\tb"})
    void whatWouldEndAFieldIsQuoted(String value) {
        assertThat(Csv.field(value)).isEqualTo('"' + value.replace("\"", "\"\"") + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "a-b", "a=b", "a@b", "1", "ä😀"})
    void theRestIsAsItIs(String value) {
        assertThat(Csv.field(value)).isEqualTo(value);
    }
}

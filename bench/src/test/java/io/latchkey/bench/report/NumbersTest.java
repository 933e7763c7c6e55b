package io.latchkey.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1737           | 1,737
                    1736.5         | 1,737
                    1000000        | 1,000,000
                    1e15           | 1,000,000,000,000,000
                    0.82           | 0.82
                    0.8249         | 0.82
                    5              | 5
                    12.34          | 12.3
                    9.996          | 10
                    0.3            | 0.3
                    0.000012345    | 0.000012
                    1e-9           | 0.000000001
                    -0.0           | 0
                    -42.5          | -42.5
                    """)
    void aNumberIsToldPlainly(double value, String text) {
        assertThat(Numbers.plain(value)).isEqualTo(text);
    }
}

package io.latchkey.bench.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 1_234_567, Population.LARGEST - 1})
    void anAccountIsFoundAgainByItsUserAndByItsPhone(int number) {
        assertThat(Population.ofUser(Population.account(number).userId())).isEqualTo(number);
        assertThat(Population.ofPhone(Population.phone(number))).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_234_567, Population.LARGEST - 1})
    void allPhoneNumbersAreOfTheSameLength(int number) {
        assertThat(Population.phone(number)).matches("\\+49171[0-9]{7}");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Population.LARGEST})
    void nobodyHasANumberOutOfRange(int number) {
        assertThatIllegalArgumentException().isThrownBy(() -> Population.account(number));
        assertThatIllegalArgumentException().isThrownBy(() -> Population.phone(number));
    }
}

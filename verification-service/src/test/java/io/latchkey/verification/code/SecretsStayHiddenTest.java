package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Whatever is logged by mistake shows neither a code nor a destination nor a hash. */
class SecretsStayHiddenTest {

    @Test
    void outcomesCommandsAndStateShowNoDigits() {
        var person = new Person();
        var sent = person.registers(PHONE);
        var digits = sent.code().digits();

        assertThat(sent.toString()).doesNotContain(digits);
        assertThat(Fixtures.submit(sent.issued().codeId(), digits).toString()).doesNotContain(digits);
        assertThat(person.state().toString()).doesNotContain(digits).doesNotContain("[B@");
    }

    @Test
    void aCodeThatIsNoneIsNotQuoted() {
        assertThatThrownBy(() -> new Code("12345")).hasMessageNotContaining("12345");
    }

    @Test
    void opaqueBytesCannotBeChangedFromOutside() {
        var bytes = new byte[] {1, 2, 3};
        var opaque = new Opaque(bytes);
        bytes[0] = 9;
        opaque.bytes()[1] = 9;

        assertThat(opaque).isEqualTo(new Opaque(new byte[] {1, 2, 3})).hasToString("•••");
    }
}

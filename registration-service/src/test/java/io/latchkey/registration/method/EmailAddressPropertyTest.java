package io.latchkey.registration.method;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class EmailAddressPropertyTest {

    @Property
    void whatIsReadStaysAsItIs(
            @ForAll @StringLength(max = 20) String local, @ForAll @StringLength(max = 20) String domain) {
        var read = EmailAddress.parse(local + "@" + domain + ".example");
        assertThat(read.flatMap(address -> EmailAddress.parse(address.value()))).isEqualTo(read);
    }

    @Property
    void whatIsReadIsPlainAscii(
            @ForAll @StringLength(max = 20) String local, @ForAll @StringLength(max = 20) String domain) {
        assertThat(EmailAddress.parse(local + "@" + domain + ".example").stream())
                .allMatch(address -> address.value().matches("[!-?A-~]+@[a-z0-9.-]+"));
    }
}

package io.latchkey.registration.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.registration.destination.EmailAddress;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class EmailAddressPropertyTest {

    @Property
    void whatIsReadStaysAsItIs(@ForAll("addresses") String text) {
        var read = EmailAddress.parse(text);
        assertThat(read.flatMap(address -> EmailAddress.parse(address.value()))).isEqualTo(read);
    }

    @Property
    void whatIsReadIsPlainAscii(@ForAll("addresses") String text) {
        assertThat(EmailAddress.parse(text).stream())
                .allMatch(address -> address.value().matches("[!-?A-~]+@[a-z0-9.-]+"));
    }

    @Property
    @Tag("SPEC-2.1i")
    void spellingChangesNeitherDomainNorWhatIsCompared(@ForAll("addresses") String text) {
        var upper = EmailAddress.parse(text.toUpperCase(Locale.ROOT));
        assertThat(upper.map(EmailAddress::canonical))
                .isEqualTo(EmailAddress.parse(text).map(EmailAddress::canonical));
    }

    /** Mostly addresses, with everything that can spoil one. */
    @Provide
    static Arbitrary<String> addresses() {
        var local = Arbitraries.strings().withChars("aZ9.+-_").ofMinLength(1).ofMaxLength(8);
        var domain = Arbitraries.strings().withChars("aZ9.-ü例").ofMinLength(1).ofMaxLength(8);
        var noise = Arbitraries.of("", "", "", " ", "\n", "\"", "@", "\u202e", "\u200d", "。", "\u0000");
        return Combinators.combine(local, noise, domain, noise)
                .as((user, first, host, last) -> user + first + "@" + host + ".example" + last);
    }
}

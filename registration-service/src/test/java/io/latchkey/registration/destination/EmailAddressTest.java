package io.latchkey.registration.destination;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, ada@example.org",
        "Ada.L+news@Example.ORG, Ada.L+news@example.org",
        "' ada@example.org ', ada@example.org",
        "o'hara!#$%&*/=?^_`{|}~-@example.org, o'hara!#$%&*/=?^_`{|}~-@example.org",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "ada@BÜCHER.example, ada@xn--bcher-kva.example",
        "ada@例子.中国, ada@xn--fsqu00a.xn--fiqs8s",
        "ada@mail。example.org, ada@mail.example.org",
        "ada@1.2.example, ada@1.2.example",
    })
    @net.jqwik.api.Tag("SPEC-2.1i")
    void normalises(String text, String expected) {
        assertThat(EmailAddress.parse(text)).contains(new EmailAddress(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@example.org",
                "ada@",
                "ada@localhost",
                "ada@example..org",
                "ada@.example.org",
                "ada@example.org.",
                "ada@-example.org",
                "ada@example-.org",
                "ada@exa_mple.org",
                "ada@[192.0.2.1]",
                "ada@192.0.2.1",
                "ada@example.123",
                ".ada@example.org",
                "ada.@example.org",
                "a..da@example.org",
                "\"ada\"@example.org",
                "\"ada@evil.example\"@example.org",
                "ada@evil.example@example.org",
                "ada(comment)@example.org",
                "ada lovelace@example.org",
                "<ada@example.org>",
                "Ada <ada@example.org>",
                "ada@example.org,eve@example.org",
                "ada@example.org;eve@example.org",
                "ada@exam ple.org",
                "ada@example.org\n",
                "ada@example.org\r\nBcc: eve@example.org",
                "\tada@example.org",
                "a\u0000da@example.org",
                "ada@exam\u0000ple.org",
                "ada@exam\u202eple.org",
                "àda@example.org",
                "ada@straße.example",
                "ada@exam\u200dple.org",
                "ada@℀.example",
            })
    @Tag("SPEC-2.1h")
    void refuses(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    static String[][] lengths() {
        var label = "d".repeat(63);
        return new String[][] {
            {"l".repeat(64) + "@example.org", "fits"},
            {"l".repeat(65) + "@example.org", "too long"},
            {"l@" + label + ".org", "fits"},
            {"l@" + label + "d.org", "too long"},
            {"l@" + (label + ".").repeat(3) + "d".repeat(60), "fits"},
            {"ll@" + (label + ".").repeat(3) + "d".repeat(60), "too long"},
            {"l@" + "ü".repeat(70) + ".org", "too long"},
            {"l@" + "ü.".repeat(50) + "org", "too long"},
        };
    }

    @ParameterizedTest
    @MethodSource("lengths")
    @Tag("SPEC-2.1h")
    void countsOctetsAsTheyGoOnTheWire(String text, String verdict) {
        assertThat(EmailAddress.parse(text).isPresent()).isEqualTo(verdict.equals("fits"));
    }
}

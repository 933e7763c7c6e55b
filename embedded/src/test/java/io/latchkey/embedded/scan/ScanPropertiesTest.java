package io.latchkey.embedded.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class ScanPropertiesTest {

    @Property(tries = 300)
    void whateverSurroundsACodeInADumpItIsFoundInEveryEncoding(
            @ForAll @NumericChars @StringLength(6) String code, @ForAll byte[] before, @ForAll byte[] after) {
        var scan = new PlaintextScan(List.of(Needle.code("code", code)));
        var dump = concat(before, (";" + code + ";").getBytes(UTF_8), after);
        assertThat(finds(scan, dump)).isTrue();
        assertThat(finds(scan, HexFormat.of().formatHex(dump).getBytes(UTF_8))).isTrue();
        assertThat(finds(scan, Base64.getEncoder().encode(dump))).isTrue();
        assertThat(finds(scan, Base64.getUrlEncoder().encode(dump))).isTrue();
    }

    @Property(tries = 300)
    void aCodeIsNeverFoundInOtherDigits(
            @ForAll @NumericChars @StringLength(6) String code,
            @ForAll @NumericChars @StringLength(min = 7, max = 40) String digits) {
        assertThat(Needle.code("code", code).isIn(digits)).isFalse();
    }

    @Property(tries = 300)
    void anAddressIsFoundWhateverTheCase(
            @ForAll @AlphaChars @StringLength(min = 1, max = 30) String local,
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 30) String domain) {
        var needle = Needle.text("address", local + "@" + domain + ".example");
        assertThat(needle.isIn("<" + local.toUpperCase() + "@" + domain + ".EXAMPLE>"))
                .isTrue();
    }

    private static boolean finds(PlaintextScan scan, byte[] bytes) {
        return !scan.of(Stream.of(new Haystack(Haystack.Kind.FILE, "here", bytes)))
                .isEmpty();
    }

    private static byte[] concat(byte[] first, byte[] second, byte[] third) {
        var all = new java.io.ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        all.writeBytes(third);
        return all.toByteArray();
    }
}

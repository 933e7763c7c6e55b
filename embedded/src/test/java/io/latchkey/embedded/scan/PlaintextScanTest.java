package io.latchkey.embedded.scan;

import static io.latchkey.embedded.scan.Encoding.BASE64;
import static io.latchkey.embedded.scan.Encoding.HEX;
import static io.latchkey.embedded.scan.Encoding.PLAIN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PlaintextScanTest {

    private static final String CODE = "739104";
    private static final String NUMBER = "+4915112345678";
    private static final String ADDRESS = "ada.k7@example.org";

    private static final List<String> VALUES = List.of(CODE, NUMBER, "0151 123 456-78", ADDRESS);

    private final PlaintextScan scan = new PlaintextScan(List.of(
            Needle.code("value", CODE), Needle.number("value", NUMBER.substring(3)), Needle.text("value", ADDRESS)));

    @ParameterizedTest
    @FieldSource("VALUES")
    void aPlainValueIsFoundBetweenAnyBytes(String value) {
        assertThat(encodings(concat(bytes("\0\u00ff"), bytes(value), bytes("\u00fe\0"))))
                .containsExactly(PLAIN);
    }

    @ParameterizedTest
    @FieldSource("VALUES")
    void aHexValueIsFoundInEitherCaseAndAtEitherPosition(String value) {
        var hex = HexFormat.of().formatHex(bytes(value));
        assertThat(Stream.of(hex, hex.toUpperCase(), "0" + hex, "ff" + hex + "ff", "x=" + hex + ";"))
                .allSatisfy(text -> assertThat(encodings(bytes(text))).containsExactly(HEX));
    }

    @ParameterizedTest
    @FieldSource("VALUES")
    void aBase64ValueIsFoundInEveryAlignmentAndBothAlphabets(String value) {
        assertThat(IntStream.range(0, 24).boxed()).allSatisfy(before -> {
            var whole = concat(random(before), bytes("\u00fb\u00ff" + value + "\u00ff\u00fb"), random(before % 5));
            for (var encoder : List.of(
                    Base64.getEncoder(),
                    Base64.getUrlEncoder(),
                    Base64.getEncoder().withoutPadding())) {
                assertThat(encodings(encoder.encode(whole))).containsExactly(BASE64);
                assertThat(encodings(concat(bytes("path/"), encoder.encode(whole))))
                        .containsExactly(BASE64);
            }
        });
    }

    @Test
    void theSameDigitsInLongerDigitsAreNotFoundInAnyEncoding() {
        var longer = bytes("5" + CODE + "1");
        assertThat(encodings(longer)).isEmpty();
        assertThat(encodings(bytes(HexFormat.of().formatHex(longer)))).isEmpty();
        assertThat(encodings(Base64.getEncoder().encode(longer))).isEmpty();
    }

    /** A fixed seed: about as many ids as a long demo writes, and two megabytes of what ciphertext looks like. */
    @Test
    void idsHashesAndCiphertextsHoldNoCode() {
        var random = new Random(20_260_101);
        var ids = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()).toString())
                .limit(50_000)
                .reduce(new StringBuilder(), (all, id) -> all.append(id).append('\n'), StringBuilder::append);
        var ciphertext = new byte[2 << 20];
        random.nextBytes(ciphertext);
        assertThat(encodings(bytes(ids.toString()))).isEmpty();
        assertThat(encodings(ciphertext)).isEmpty();
        assertThat(encodings(Base64.getEncoder().encode(ciphertext))).isEmpty();
    }

    @Test
    void aFindingNamesNeedlePlaceAndEncodingAndShowsNoValue() {
        var haystack = new Haystack(Haystack.Kind.LOG, "latchkey.log", bytes("code " + CODE + " twice " + CODE));
        assertThat(scan.of(Stream.of(haystack)))
                .isEqualTo(Set.of(new Finding("value", Haystack.Kind.LOG, "latchkey.log", PLAIN)))
                .hasToString("[value in log latchkey.log (plain)]");
        assertThat(haystack).hasToString("LOG latchkey.log");
    }

    private Stream<Encoding> encodings(byte[] bytes) {
        return scan.of(Stream.of(new Haystack(Haystack.Kind.FILE, "here", bytes))).stream()
                .map(Finding::encoding);
    }

    /** Text stands for the bytes that it has in ISO 8859-1; the values are ASCII. */
    private static byte[] bytes(String text) {
        return text.getBytes(text.chars().allMatch(c -> c < 256) ? ISO_8859_1 : UTF_8);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        var all = new java.io.ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}

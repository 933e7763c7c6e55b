package io.latchkey.operations.accounts;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a line, by RFC 4180 with one rule more: a record is one line. No column may hold a line's end, and so a
 * quote that was left open costs its own line and not the rest of the file.
 */
sealed interface Fields {

    record Of(List<String> values) implements Fields {

        /** A line holds personal values. */
        @Override
        public String toString() {
            return values.size() + " fields";
        }
    }

    record None(Fault fault) implements Fields {}

    /** There is nothing in the line. */
    record Blank() implements Fields {}

    static Fields of(Line line) {
        if (line.tooLong()) {
            return none("has more than " + LineReader.MAX_LINE_BYTES + " bytes");
        }
        return text(line.bytes()).map(Fields::parsed).orElseGet(() -> none("is not UTF-8"));
    }

    private static Fields parsed(String text) {
        if (text.isEmpty()) {
            return new Blank();
        }
        try {
            return new Of(CsvReader.builder()
                    .allowUnclosedQuote(false)
                    .allowExtraCharsAfterClosingQuote(false)
                    .ofSingleCsvRecord(text)
                    .getFields());
        } catch (CsvParseException _) { // Its message and causes may show the line.
            return none("has a quote that is not closed, or something between a closing quote and the comma");
        }
    }

    private static Optional<String> text(byte[] bytes) {
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static None none(String what) {
        return new None(Fault.ofLine(what));
    }
}

package io.latchkey.embedded.demo;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonBinarySubType;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Finds what a document has beside ids, times and words: bytes that something may be sealed in, and masks. */
final class Content {

    /** The digest of a command, by which it is recognised, says nothing of what was sealed in it. */
    private static final int DIGEST = 16;

    private static final String MASKED = "•";

    private final Set<String> paths = new TreeSet<>();

    private Content() {}

    /** The paths, each with a dot before it. */
    static Set<String> in(Document document) {
        var content = new Content();
        content.look("", document);
        return content.paths;
    }

    private void look(String path, @Nullable Object value) {
        switch (value) {
            case Document document -> document.forEach((name, field) -> look(path + "." + name, field));
            case List<?> list -> list.forEach(element -> look(path, element));
            case Binary binary when holdsMore(binary) -> paths.add(path);
            case String text when text.contains(MASKED) -> paths.add(path);
            case null, default -> {}
        }
    }

    private static boolean holdsMore(Binary binary) {
        return binary.getType() == BsonBinarySubType.BINARY.getValue() && binary.length() > DIGEST;
    }
}

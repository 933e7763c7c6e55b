package io.latchkey.embedded.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files below a directory, as they lie on the disk. */
public final class FileHaystacks {

    private static final int PIECE = 1 << 20;

    /** Pieces overlap by more than the longest disguise of a value, so that none is cut in two. */
    private static final int OVERLAP = 1 << 12;

    private FileHaystacks() {}

    public static Stream<Haystack> of(Haystack.Kind kind, Path root, Predicate<Path> chosen) {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).filter(chosen).toList().stream()
                    .flatMap(file -> pieces(kind, root.relativize(file).toString(), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Haystack> pieces(Haystack.Kind kind, String place, Path file) {
        return cut(bytes(file)).stream().map(piece -> new Haystack(kind, place, piece));
    }

    private static List<byte[]> cut(byte[] bytes) {
        var pieces = new ArrayList<byte[]>();
        for (int from = 0; from < bytes.length; from += PIECE - OVERLAP) {
            pieces.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE)));
        }
        return pieces;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

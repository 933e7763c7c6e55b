package io.latchkey.registration.question;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers that are tried first by whoever guesses: those of a list, and one character over and over. */
record DenyList(Set<String> normalised) {

    static final DenyList COMMON = of("common-answers.txt");

    DenyList {
        normalised = Set.copyOf(normalised);
    }

    boolean has(Answer answer) {
        return normalised.contains(answer.normalised())
                || answer.normalised().codePoints().distinct().count() == 1;
    }

    /** One answer a line; {@code #} begins a comment. */
    private static DenyList of(String file) {
        try (var lines = reader(file)) {
            return new DenyList(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(NormalForm::of)
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader reader(String file) {
        InputStream stream = Objects.requireNonNull(DenyList.class.getResourceAsStream(file), file);
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}

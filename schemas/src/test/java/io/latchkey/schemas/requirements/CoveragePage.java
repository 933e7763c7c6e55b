package io.latchkey.schemas.requirements;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code docs/spec-coverage.md}, made from the requirements and the tags of all modules' tests. */
public record CoveragePage(Requirements requirements, List<TaggedTest> tests) {
    private static final Path ROOT = Path.of("..");
    private static final Path FILE = ROOT.resolve("docs/spec-coverage.md");

    public static void write() throws IOException {
        Files.writeString(FILE, ofSources().expected());
    }

    static CoveragePage ofSources() throws IOException {
        return new CoveragePage(
                Requirements.read(ROOT.resolve("docs/requirements.md")), TestSources.tagged(ROOT.toAbsolutePath()));
    }

    static String written() throws IOException {
        return Files.readString(FILE);
    }

    String expected() {
        return """
                # Which tests show which requirement

                Made from the tags of the tests by `mvn -pl schemas test -Dtest=ReleaseContracts#writeTheCoveragePage`; a test fails where this page and the
                tags differ, where a promise of [requirements.md](requirements.md) has no test, and where a tag names none. Classes are
                in `io.latchkey`.
                %s""".formatted(requirements.sections().stream().map(this::section).collect(joining()));
    }

    private String section(Requirements.Section section) {
        return "\n## %s\n\n| promise | test | module |\n|---|---|---|\n%s"
                .formatted(
                        section.title(),
                        section.promises().stream().map(this::rows).collect(joining()));
    }

    private String rows(String promise) {
        return tests.stream()
                .filter(test -> test.shows(promise))
                .map(test -> "| %s | `%s` | %s |\n".formatted(promise, test.name(), test.module()))
                .collect(joining());
    }
}

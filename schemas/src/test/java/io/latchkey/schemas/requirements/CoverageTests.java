package io.latchkey.schemas.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every promise is shown by a test, and every test that says it shows one names one that there is. */
class CoverageTests {

    private static final CoveragePage PAGE = page();

    @TempDir
    Path directory = Path.of("");

    @Test
    void everyPromiseIsShownByATest() {
        assertThat(PAGE.requirements().promises())
                .filteredOn(promise -> PAGE.tests().stream().noneMatch(test -> test.shows(promise)))
                .as(
                        "promises of docs/requirements.md that no test shows: tag the one that does, @Tag(\"<promise>\"), or write it")
                .isEmpty();
    }

    @Test
    void everyTagNamesAPromise() {
        var promises = Set.copyOf(PAGE.requirements().promises());
        assertThat(PAGE.tests())
                .flatExtracting(test -> test.promises().stream()
                        .filter(tag -> !promises.contains(tag))
                        .map(tag -> test.name() + " is tagged " + tag)
                        .toList())
                .as(
                        "tags that name no promise of docs/requirements.md: misspelt, given up, or with promises listed below it")
                .isEmpty();
    }

    @Test
    void everythingThatIsTaggedIsATestThatRuns() {
        assertThat(PAGE.tests())
                .filteredOn(test -> !test.runs())
                .extracting(TaggedTest::name)
                .as("tagged, and either no test or disabled")
                .isEmpty();
    }

    @Test
    void everyIdIsGivenOnceAndBelongsToItsBullet() {
        assertThat(PAGE.requirements().promises()).doesNotHaveDuplicates();
        assertThat(PAGE.requirements().sections())
                .flatExtracting(Requirements.Section::requirements)
                .allSatisfy(
                        bullet -> assertThat(bullet.promises()).allMatch(promise -> promise.startsWith(bullet.id())));
    }

    @Test
    void isWhatItsPageSays() throws IOException {
        assertThat(CoveragePage.written())
                .withFailMessage(
                        "docs/spec-coverage.md does not say what the tags say. Review and commit what this writes: "
                                + "mvn -pl schemas test -Dtest=ReleaseContracts#writeTheCoveragePage")
                .isEqualTo(PAGE.expected());
    }

    @Test
    void aBulletWithoutAListIsAPromiseItself() {
        var requirements =
                Requirements.of(List.of("## 1. One", "### SPEC-1.1 (S)", "- `SPEC-1.1a` Yes.", "### SPEC-1.2"));
        assertThat(requirements.promises()).containsExactly("SPEC-1.1a", "SPEC-1.2");
    }

    @Test
    void tagsAreReadWhereverTheyStandAndNowhereElse() throws IOException {
        var file = directory.resolve("SomeTest.java");
        Files.writeString(file, """
                package io.latchkey.some;
                @Tag("SPEC-1")
                class SomeTest {
                    @Test @Tag("SPEC-2") @Tag("slow") @Tag("SPEC-3") void shows() {}
                    @net.jqwik.api.Property
                    @net.jqwik.api.Tag("SPEC-4")
                    void holds() {}
                    @Tag("SPEC-5") void helps() {}
                    // @Tag("SPEC-6")
                    @Test void says() { var text = "@Tag(\\"SPEC-7\\")"; }
                    @Disabled class Inner {
                        @Test @Tag("SPEC-8") void sleeps() {}
                    }
                }
                """);
        assertThat(TestSources.tagged("module", List.of(file)))
                .containsExactly(
                        new TaggedTest("module", "some.SomeTest", Set.of("SPEC-1"), true),
                        new TaggedTest("module", "some.SomeTest#shows", Set.of("SPEC-2", "SPEC-3"), true),
                        new TaggedTest("module", "some.SomeTest#holds", Set.of("SPEC-4"), true),
                        new TaggedTest("module", "some.SomeTest#helps", Set.of("SPEC-5"), false),
                        new TaggedTest("module", "some.SomeTest.Inner#sleeps", Set.of("SPEC-8"), false));
    }

    private static CoveragePage page() {
        try {
            return CoveragePage.ofSources();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

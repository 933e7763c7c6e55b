package io.latchkey.schemas.requirements;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The sources of all modules' tests, read by the compiler's own parser; nothing is compiled. */
final class TestSources {
    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");

    private TestSources() {}

    /** By module, class and place in the class. */
    static List<TaggedTest> tagged(Path root) throws IOException {
        var tests = new ArrayList<TaggedTest>();
        for (var module : modules(root)) {
            tests.addAll(tagged(module, taggedFiles(root.resolve(module).resolve("src/test/java"))));
        }
        return tests;
    }

    static List<TaggedTest> tagged(String module, List<Path> files) throws IOException {
        if (files.isEmpty()) {
            return List.of();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            var tests = new ArrayList<TaggedTest>();
            for (CompilationUnitTree unit : task.parse()) {
                new TagScanner(module, unit, tests).scan(unit, null);
            }
            return tests;
        }
    }

    private static List<String> modules(Path root) throws IOException {
        return MODULE.matcher(Files.readString(root.resolve("pom.xml")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<Path> taggedFiles(Path sources) throws IOException {
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> text(file).contains("\"" + TagScanner.PREFIX))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

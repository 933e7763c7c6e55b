package io.latchkey.schemas.requirements;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.TreeScanner;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is tagged with promises, by JUnit's {@code @Tag} or that of jqwik. */
final class TagScanner extends TreeScanner<@Nullable Void, @Nullable Void> {
    static final String PREFIX = "SPEC-";

    private static final String BASE = "^io\\.latchkey\\.";
    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate", "Property", "Example");

    private final String module;
    private final List<TaggedTest> found;
    private String name;
    private boolean disabled;

    TagScanner(String module, CompilationUnitTree unit, List<TaggedTest> found) {
        this.module = module;
        this.found = found;
        this.name = requireNonNull(unit.getPackageName()).toString().replaceFirst(BASE, "");
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        var outer = name;
        var outerDisabled = disabled;
        name = outer + "." + type.getSimpleName();
        disabled = outerDisabled || has(type.getModifiers(), Set.of("Disabled"));
        add(name, type.getModifiers(), true);
        super.visitClass(type, nothing);
        name = outer;
        disabled = outerDisabled;
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        add(name + "#" + method.getName(), method.getModifiers(), has(method.getModifiers(), TESTS));
        return super.visitMethod(method, nothing);
    }

    private void add(String tagged, ModifiersTree modifiers, boolean test) {
        var promises = promises(modifiers);
        if (!promises.isEmpty()) {
            boolean runs = test && !disabled && !has(modifiers, Set.of("Disabled"));
            found.add(new TaggedTest(module, tagged, promises, runs));
        }
    }

    private static boolean has(ModifiersTree modifiers, Set<String> names) {
        return modifiers.getAnnotations().stream().anyMatch(annotation -> names.contains(simpleName(annotation)));
    }

    private static Set<String> promises(ModifiersTree modifiers) {
        return modifiers.getAnnotations().stream()
                .filter(annotation -> simpleName(annotation).equals("Tag"))
                .flatMap(annotation -> annotation.getArguments().stream())
                .map(TagScanner::text)
                .filter(tag -> tag.startsWith(PREFIX))
                .collect(toCollection(LinkedHashSet::new));
    }

    private static String text(ExpressionTree argument) {
        return switch (argument) {
            case AssignmentTree named -> text(named.getExpression());
            case LiteralTree literal when literal.getValue() instanceof String text -> text;
            default -> "";
        };
    }

    private static String simpleName(AnnotationTree annotation) {
        var written = annotation.getAnnotationType().toString();
        return written.substring(written.lastIndexOf('.') + 1);
    }
}

package io.latchkey.bench.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void reportsAreMadeOfNumbersAndStringsAlone() {
        var report = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.latchkey.bench.report");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.math",
                        "java.text",
                        "java.util..",
                        "org.jspecify..",
                        "io.latchkey.bench.report")
                .because("what a run has measured is shown the same wherever it is read")
                .check(report);
    }
}

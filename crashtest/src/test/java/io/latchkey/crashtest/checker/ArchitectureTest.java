package io.latchkey.crashtest.checker;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String CHECKER = "io.latchkey.crashtest.checker..";

    @Test
    void theCheckerSharesNoCodeWithWhatItChecks() {
        var checker = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.latchkey.crashtest.checker");
        noClasses()
                .that()
                .resideInAPackage(CHECKER)
                .should()
                .dependOnClassesThat(resideInAPackage("io.latchkey..").and(not(resideInAPackage(CHECKER))))
                .because("a fault in shared code would hide itself")
                .check(checker);
    }
}

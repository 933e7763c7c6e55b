package io.latchkey.operations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses OPERATIONS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.latchkey");

    @Test
    void anOperatorNeedsNoServiceAndNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("io.latchkey.operations..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.latchkey.registration..",
                        "io.latchkey.verification..",
                        "io.latchkey.notification..",
                        "io.latchkey.infrastructure..",
                        "org.springframework..",
                        "com.mongodb..")
                .because("the tool works on any installation, whatever runs there")
                .check(OPERATIONS);
    }
}

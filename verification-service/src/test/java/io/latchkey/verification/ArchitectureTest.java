package io.latchkey.verification;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import io.latchkey.schemas.Sealed;
import io.latchkey.verification.kafka.PolicyReading;
import io.latchkey.verification.kafka.VerificationInputs;
import io.latchkey.verification.kafka.VerificationTranslation;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String DECISIONS = "io.latchkey.verification.code";

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.latchkey.verification");

    private static final ArchCondition<JavaClass> BE_SEEN_FROM_ANOTHER_PACKAGE =
            ArchCondition.from(DescribedPredicate.describe(
                    "be seen from another package",
                    type -> type.getDirectDependenciesToSelf().stream()
                            .anyMatch(use -> !use.getOriginClass().getPackage().equals(type.getPackage()))));

    @Test
    void decisionsArePure() {
        classes()
                .that()
                .resideInAPackage(DECISIONS)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "org.jspecify.annotations", "io.latchkey.messaging.decision", DECISIONS))
                .because("a decision is a function of state, command and context")
                .check(SERVICE);
    }

    @Test
    void decisionsReadNoClockAndRollNoDice() {
        noClasses()
                .that()
                .resideInAPackage(DECISIONS)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .because("the same record must be decided the same on every replay")
                .check(SERVICE);
    }

    @Test
    void sealedDestinationsAreTranslatedAndNothingElse() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..kafka")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Sealed.class)
                .because("verification passes destinations on unread")
                .check(SERVICE);
    }

    @Test
    void servicesKnowEachOtherByTheirRecordsOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.latchkey.registration..",
                        "io.latchkey.notification..",
                        "io.latchkey.embedded..",
                        "io.latchkey.infrastructure..")
                .because("a service runs alone, and changes without the others")
                .check(SERVICE);
    }

    @Test
    void whatNobodyElseNeedsIsHidden() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .and()
                .doNotBelongToAnyOf(
                        VerificationServiceApplication.class,
                        PolicyReading.class,
                        VerificationInputs.class,
                        VerificationTranslation.class)
                .should(BE_SEEN_FROM_ANOTHER_PACKAGE)
                .because(
                        "everything is package-private unless another package must see it; the simulation sees what is read")
                .check(SERVICE);
    }
}

package io.latchkey.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import io.latchkey.notification.kafka.IntakeConfiguration;
import io.latchkey.notification.kafka.Lifetimes;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final ArchCondition<JavaClass> BE_SEEN_FROM_ANOTHER_PACKAGE =
            ArchCondition.from(DescribedPredicate.describe(
                    "be seen from another package",
                    type -> type.getDirectDependenciesToSelf().stream()
                            .anyMatch(use -> !use.getOriginClass().getPackage().equals(type.getPackage()))));

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.latchkey.notification");

    @Test
    void decisionsArePure() {
        classes()
                .that()
                .resideInAPackage("io.latchkey.notification.delivery")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.latchkey.notification.delivery",
                        "io.latchkey.messaging.decision",
                        "java..",
                        "org.jspecify..")
                .because("what becomes of a message is a function of its state and what happens to it")
                .check(service);
    }

    @Test
    void decisionsLookAtNoClockAndRollNoDice() {
        noClasses()
                .that()
                .resideInAnyPackage("io.latchkey.notification.delivery", "io.latchkey.notification.queue")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .because("a simulation replays a failing seed only if time comes from outside")
                .check(service);
    }

    @Test
    void theQueueNeedsNoFramework() {
        classes()
                .that()
                .resideInAPackage("io.latchkey.notification.queue")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.latchkey.notification.queue",
                        "io.latchkey.notification.delivery",
                        "io.latchkey.messaging.decision",
                        "io.latchkey.messaging.engine",
                        "java..",
                        "org.jspecify..")
                .because("the simulation walks its steps without Spring, network or MongoDB")
                .check(service);
    }

    @Test
    void noServiceImportsAnother() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.latchkey.registration..", "io.latchkey.verification..")
                .because("services share contracts and messaging, and are deployed alone")
                .check(service);
    }

    @Test
    void sealsAreOpenedInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.latchkey.notification.provider", "io.latchkey.notification")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("Opener")
                .because("what is personal is plain only on its way to a provider")
                .check(service);
    }

    @Test
    void whatNobodyElseNeedsIsHidden() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .and()
                .doNotBelongToAnyOf(NotificationServiceApplication.class, IntakeConfiguration.class, Lifetimes.class)
                .should(BE_SEEN_FROM_ANOTHER_PACKAGE)
                .because(
                        "everything is package-private unless another package must see it; the simulation sees the intake")
                .check(service);
    }
}

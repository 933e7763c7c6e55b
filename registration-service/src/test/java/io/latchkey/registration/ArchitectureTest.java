package io.latchkey.registration;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.registration.kafka.PolicyReading;
import io.latchkey.registration.kafka.RegistrationInputs;
import io.latchkey.registration.kafka.RegistrationTranslation;
import io.latchkey.registration.kafka.RegistrationValues;
import io.latchkey.registration.question.Judgement;
import io.latchkey.registration.question.PreparedAnswer;
import io.latchkey.registration.question.Question;
import io.latchkey.registration.schedule.ReconfirmationScan;
import io.latchkey.registration.schedule.ScanClock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.latchkey.registration");

    private static final String[] PURE = {
        "io.latchkey.registration.account",
        "io.latchkey.registration.aggregate",
        "io.latchkey.registration.destination",
        "io.latchkey.registration.method",
        "io.latchkey.registration.policy",
        "io.latchkey.registration.question"
    };

    private static final ArchCondition<JavaClass> BE_SEEN_FROM_ANOTHER_PACKAGE =
            ArchCondition.from(DescribedPredicate.describe(
                    "be seen from another package",
                    type -> type.getDirectDependenciesToSelf().stream()
                            .anyMatch(use -> !use.getOriginClass().getPackage().equals(type.getPackage()))));

    @Test
    void decisionsArePure() {
        classes()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify.annotations", "io.latchkey.messaging.decision")
                                .or(resideInAnyPackage(PURE)))
                .because("a decision is a function of state, command and context")
                .check(SERVICE);
    }

    @Test
    void questionsKnowNothingOfAccounts() {
        noClasses()
                .that()
                .resideInAPackage("..registration.question")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..registration.method")
                .because("an account has answers, and not the other way round")
                .check(SERVICE);
    }

    @Test
    void decisionsReadNoClockAndRollNoDice() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .because("the same record must be decided the same on every replay")
                .check(SERVICE);
    }

    @Test
    void servicesKnowEachOtherByTheirRecordsOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.latchkey.verification..",
                        "io.latchkey.notification..",
                        "io.latchkey.embedded..",
                        "io.latchkey.infrastructure..")
                .because("a service runs alone, and changes without the others")
                .check(SERVICE);
    }

    @Test
    void whoeverOnlyAsksIsFarFromTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("..registration.web")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "io.latchkey.messaging.engine",
                                "io.latchkey.messaging.kafka",
                                "io.latchkey.messaging.sealing",
                                "io.latchkey.messaging.autoconfigure",
                                "io.latchkey.registration.kafka",
                                "io.latchkey.registration.schedule",
                                "io.latchkey.schemas..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.type(OutageException.class))))
                .because("reads take part in no decision, and hold none up")
                .check(SERVICE);
    }

    @Test
    void nobodyDependsOnWhoOnlyAsks() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..registration.web")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..registration.web")
                .because("the service works the same where nobody asks")
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
                        RegistrationServiceApplication.class,
                        ScanClock.class,
                        ReconfirmationScan.class,
                        PolicyReading.class,
                        RegistrationInputs.class,
                        RegistrationTranslation.class,
                        RegistrationValues.class,
                        Judgement.class,
                        PreparedAnswer.class,
                        Question.class)
                .and()
                .resideOutsideOfPackage("io.latchkey.registration.policy")
                .should(BE_SEEN_FROM_ANOTHER_PACKAGE)
                .because(
                        "everything is package-private unless another package must see it; the simulation sees what is read")
                .check(SERVICE);
    }
}

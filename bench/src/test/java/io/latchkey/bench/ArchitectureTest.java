package io.latchkey.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import io.latchkey.messaging.engine.Header;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.mongo.PlainDocuments;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final ArchCondition<JavaClass> BE_SEEN_FROM_ANOTHER_PACKAGE =
            ArchCondition.from(DescribedPredicate.describe(
                    "be seen from another package",
                    type -> type.getDirectDependenciesToSelf().stream()
                            .anyMatch(use -> !use.getOriginClass().getPackage().equals(type.getPackage()))));

    private static final DescribedPredicate<JavaClass> WHAT_IS_MEASURED = DescribedPredicate.describe(
            "what is measured",
            type -> type.getPackageName().startsWith("io.latchkey.messaging.engine")
                            && !type.isEquivalentTo(OutputRecord.class)
                            && !type.isEquivalentTo(Header.class)
                    || type.getPackageName().startsWith("io.latchkey.messaging.mongo")
                            && !type.isEquivalentTo(PlainDocuments.class)
                    || type.getPackageName().startsWith("io.latchkey.messaging.kafka")
                    || type.getPackageName().startsWith("io.latchkey.registration")
                    || type.getPackageName().startsWith("io.latchkey.verification")
                    || type.getPackageName().startsWith("io.latchkey.notification")
                    || type.getPackageName().startsWith("org.springframework"));

    private final JavaClasses bench = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.latchkey.bench");

    @Test
    void theFloorIsMadeOfRawClients() {
        noClasses()
                .that()
                .resideInAPackage("io.latchkey.bench.floor")
                .should()
                .dependOnClassesThat(WHAT_IS_MEASURED)
                .because(
                        "what is compared with itself is never slow; records, seals, hashes and how documents are encoded are the same on both sides")
                .check(bench);
    }

    @Test
    void theFloorKnowsNothingOfTheRun() {
        noClasses()
                .that()
                .resideInAPackage("io.latchkey.bench.floor")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.latchkey.bench.load",
                        "io.latchkey.bench.preload",
                        "io.latchkey.bench.process",
                        "io.latchkey.bench.run")
                .because("it is a process of its own, which sees of the others what the services see")
                .check(bench);
    }

    @Test
    void theLoadKnowsNeitherSide() {
        noClasses()
                .that()
                .resideInAPackage("io.latchkey.bench.load")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.latchkey.bench.floor",
                        "io.latchkey.registration..",
                        "io.latchkey.verification..",
                        "io.latchkey.notification..")
                .because("both sides are asked, and watched, from outside and in the same way")
                .check(bench);
    }

    @Test
    void whatNobodyElseNeedsIsHidden() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .and()
                .doNotBelongToAnyOf(Bench.class)
                .should(BE_SEEN_FROM_ANOTHER_PACKAGE)
                .because("everything is package-private unless another package must see it")
                .check(bench);
    }
}

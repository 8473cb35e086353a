package id.sidik.matcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.sidik.engine.template.TemplateAccess;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the matcher must never grow into, each rule with its reason. */
class MatcherArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.sidik.matcher", "id.sidik.engine");

    @Test
    void packagesFormNoCycle() {
        check(slices().matching("id.sidik.matcher.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that can be read alone fits in the head"));
    }

    @Test
    void theEngineKnowsNothingOfTheServer() {
        check(noClasses()
                .that()
                .resideInAPackage("id.sidik.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("id.sidik.matcher..", "id.sidik.wire..")
                .because("the engine is a library that must be usable alone"));
    }

    @Test
    void rocksDbStaysInTheStore() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("id.sidik.matcher.store..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.rocksdb..")
                .because("a cluster must be able to stand behind the same store"));
    }

    @Test
    void tinkStaysInCrypto() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("id.sidik.matcher.crypto..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.crypto..")
                .because("whoever can reach a key is listed in one package"));
    }

    @Test
    void grpcStaysAtTheEdge() {
        check(noClasses()
                .that()
                .resideInAPackage("id.sidik.matcher..")
                .and()
                .resideOutsideOfPackages("id.sidik.matcher.rpc..", "id.sidik.matcher.v1..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.grpc..", "com.google.protobuf..", "com.google.rpc..")
                .because("a journey that knows its transport can not be tested or moved without it")
                .allowEmptyShould(false));
    }

    @Test
    void oneClassKnowsStatusCodes() {
        check(noClasses()
                .that()
                .resideInAPackage("id.sidik.matcher..")
                .and()
                .doNotHaveSimpleName("StatusMapping")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.grpc.Status$Code")
                .because("an exception must not mean one thing here and another there"));
    }

    @Test
    void templateBytesHaveFewReaders() {
        check(noClasses()
                .that()
                .resideInAPackage("id.sidik.matcher..")
                .and()
                .resideOutsideOfPackages(
                        "id.sidik.matcher.store..", "id.sidik.matcher.release..", "id.sidik.matcher.review..")
                .should()
                .callMethod(TemplateAccess.class, "get")
                .because(
                        "a template is a secret: whoever reads its bytes is listed here; one package gives them out, one lays"
                                + " prints before officers"));
    }

    @Test
    void effectsEnterThroughConstructors() {
        check(noClasses()
                .that()
                .resideInAPackage("id.sidik.matcher..")
                .and()
                .doNotHaveSimpleName("CheckStore") // a program that prints what it found, and ends
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callConstructor(Random.class)
                .because("the same input must give the same answer in every test"));
    }

    @Test
    void classesAreNamedForWhatTheyAre() {
        check(classes()
                .that()
                .resideInAPackage("id.sidik.matcher..")
                .and()
                .resideOutsideOfPackage("id.sidik.matcher.v1..")
                .should()
                .haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager|Constants)")
                .because("such a name says nothing, and such a class collects everything"));
    }

    @Test
    void recordsHoldNoByteArrays() {
        check(classes()
                .that()
                .areRecords()
                .should(haveNoByteArrayField())
                .because("an array is mutable and compared by identity, and a record promises neither"));
    }

    private static ArchCondition<JavaClass> haveNoByteArrayField() {
        return new ArchCondition<>("have no byte[] component") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaField field : type.getFields()) {
                    if (field.getRawType().isEquivalentTo(byte[].class)) {
                        events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is a byte[]"));
                    }
                }
            }
        };
    }

    private static void check(ArchRule rule) {
        rule.check(ALL);
    }
}

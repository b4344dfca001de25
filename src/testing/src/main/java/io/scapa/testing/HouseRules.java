package io.scapa.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * The arrows of the house: {@code provenance, text, statistics <- detection, curation, simulation <- storage <- cli, service}. The
 * libraries know neither each other sideways, nor Quarkus, JPA or HTTP; the vocabulary knows nothing but the JDK.
 */
public final class HouseRules {
    private static final String[] FRAMEWORKS = {
        "io.quarkus..",
        "jakarta..",
        "org.hibernate..",
        "io.vertx..",
        "java.net.http..",
        "com.sun.net.httpserver..",
        "java.sql.."
    };

    private HouseRules() {}

    /** Every rule that holds for any set of the project's classes, whatever modules are on the class path. */
    public static List<ArchRule> all() {
        return List.of(
                arrows(), vocabularyStandsAlone(), librariesKnowNoFramework(), noCycles(), noJavaDeserialisation());
    }

    /** Checks every rule. */
    public static void check(JavaClasses imported) {
        all().forEach(rule -> rule.check(imported));
    }

    private static ArchRule arrows() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.scapa..")
                .withOptionalLayers(true)
                .layer("provenance")
                .definedBy("io.scapa.provenance..")
                .layer("statistics")
                .definedBy("io.scapa.statistics..")
                .layer("text")
                .definedBy("io.scapa.text..")
                .layer("detection")
                .definedBy("io.scapa.detection..")
                .layer("curation")
                .definedBy("io.scapa.curation..")
                .layer("simulation")
                .definedBy("io.scapa.simulation..")
                .layer("storage")
                .definedBy("io.scapa.storage..")
                .layer("cli")
                .definedBy("io.scapa.cli..")
                .layer("service")
                .definedBy("io.scapa.service..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("service")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("detection")
                .mayOnlyBeAccessedByLayers("cli", "service")
                .whereLayer("curation")
                .mayOnlyBeAccessedByLayers("storage", "cli", "service")
                .whereLayer("storage")
                .mayOnlyBeAccessedByLayers("cli", "service")
                .whereLayer("simulation")
                .mayOnlyBeAccessedByLayers("cli", "service")
                .whereLayer("text")
                .mayOnlyBeAccessedByLayers("detection", "curation", "simulation", "storage", "cli", "service")
                .as(
                        "arrows of the house: provenance, text, statistics <- detection, curation, simulation <- storage <- cli, service");
    }

    private static ArchRule vocabularyStandsAlone() {
        return classes()
                .that()
                .resideInAPackage("io.scapa.provenance..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.scapa.provenance..", "java..", "org.jspecify..")
                .allowEmptyShould(true);
    }

    private static ArchRule librariesKnowNoFramework() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        "io.scapa.provenance..",
                        "io.scapa.text..",
                        "io.scapa.statistics..",
                        "io.scapa.detection..",
                        "io.scapa.curation..",
                        "io.scapa.simulation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .allowEmptyShould(true);
    }

    private static ArchRule noCycles() {
        return slices().matching("io.scapa.(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private static ArchRule noJavaDeserialisation() {
        return noClasses()
                .that()
                .resideInAPackage("io.scapa..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .allowEmptyShould(true);
    }
}

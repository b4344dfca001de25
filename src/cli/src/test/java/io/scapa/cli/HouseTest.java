package io.scapa.cli;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.scapa.testing.HouseRules;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Holds the arrows of the house over everything that the command line can see. */
class HouseTest {
    @Test
    void everyClassKeepsToTheRulesOfTheHouse() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.scapa");
        Assertions.assertThat(classes.stream()
                        .map(type -> type.getPackageName().split("\\.")[2])
                        .distinct())
                .contains("provenance", "cli");

        HouseRules.check(classes);
    }
}

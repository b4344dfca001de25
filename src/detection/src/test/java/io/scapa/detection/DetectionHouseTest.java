package io.scapa.detection;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.scapa.testing.HouseRules;
import org.junit.jupiter.api.Test;

class DetectionHouseTest {
    @Test
    void theArrowsHold() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.scapa");
        HouseRules.check(classes);
    }
}

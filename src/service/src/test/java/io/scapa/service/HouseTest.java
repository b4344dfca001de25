package io.scapa.service;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.scapa.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseTest {
    @Test
    void theArrowsOfTheHouseHold() {
        HouseRules.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.scapa"));
    }
}

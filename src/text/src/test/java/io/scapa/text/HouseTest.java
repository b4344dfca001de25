package io.scapa.text;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.scapa.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseTest {
    @Test
    void theArrowsHold() {
        HouseRules.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.scapa"));
    }
}

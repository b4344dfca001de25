package io.scapa.statistics.prevalence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coverage is judged by its exact interval: a test fails where chance explains the shortfall less than once in 1,000. */
class CoverageStudyTest {
    private static final double STATED = 0.95;
    private static final double SURE = 0.999;
    private static final Pattern CELL = Pattern.compile("([01]\\.\\d{3}) \\(");
    private final CoverageStudy study = new CoverageStudy(1, STATED);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void auditedLimitsHoldUnderAnyShiftAndAreTight(double shift) {
        List<CoverageMethod> methods =
                List.of(CoverageMethod.PPI_SHIPPED, CoverageMethod.PPI_SHIPPED_LOWER, CoverageMethod.CLOPPER_PEARSON);
        Map<CoverageMethod, Coverage> coverage = study.run(CoverageScenario.reference(5_000, shift), 400, methods);
        assertThat(coverage).allSatisfy((method, c) -> holds(c));
        assertThat(coverage.get(CoverageMethod.PPI_SHIPPED).slack())
                .isLessThan(0.8 * coverage.get(CoverageMethod.CLOPPER_PEARSON).slack());
    }

    @Test
    void naiveLimitsFail() {
        List<CoverageMethod> methods = List.of(CoverageMethod.THRESHOLD_COUNT, CoverageMethod.INDEPENDENT_POSTERIORS);
        Map<CoverageMethod, Coverage> unshifted = study.run(CoverageScenario.reference(20_000, 0), 100, methods);
        assertThat(unshifted.get(CoverageMethod.THRESHOLD_COUNT).share()).isLessThan(0.02);
        assertThat(unshifted.get(CoverageMethod.INDEPENDENT_POSTERIORS).share()).isGreaterThan(0.85);
        Map<CoverageMethod, Coverage> shifted = study.run(CoverageScenario.reference(20_000, 0.5), 200, methods);
        assertThat(shifted.get(CoverageMethod.INDEPENDENT_POSTERIORS).share()).isBetween(0.40, 0.70);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 200})
    void smallAuditsOfRareTextHoldWhereNormalLimitsDoNot(int audited) {
        Map<CoverageMethod, Coverage> coverage = study.run(
                CoverageScenario.reference(3_000, 0.5).with(0.02, audited),
                400,
                List.of(CoverageMethod.PPI_SHIPPED, CoverageMethod.PPI_TUNED_NORMAL));
        holds(coverage.get(CoverageMethod.PPI_SHIPPED));
        assertThat(coverage.get(CoverageMethod.PPI_TUNED_NORMAL).share()).isLessThan(0.92);
    }

    @Test
    void strataHold() {
        Map<CoverageMethod, Coverage> coverage =
                study.run(CoverageScenario.reference(5_000, 0.5), 60, List.of(CoverageMethod.STRATIFIED_SHIPPED));
        holds(coverage.get(CoverageMethod.STRATIFIED_SHIPPED));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.7, 0.7})
    void sharesOfTokensHoldWhereLengthTellsOfOrigin(double lift) {
        CoverageScenario scenario = new CoverageScenario(0.02, 0.30, 3_000, 2.4, 0.5, 200, 1, lift);
        Map<CoverageMethod, Coverage> coverage =
                study.run(scenario, 400, List.of(CoverageMethod.PPI_SHIPPED, CoverageMethod.PPI_PROPORTIONAL));
        assertThat(coverage).allSatisfy((method, c) -> holds(c));
        assertThat(coverage.get(CoverageMethod.PPI_PROPORTIONAL).slack())
                .isLessThan(coverage.get(CoverageMethod.PPI_SHIPPED).slack());
    }

    @Test
    void unauditedLimitsHoldUnderTheShiftTheyAllowFor() {
        List<CoverageMethod> methods =
                List.of(CoverageMethod.LABEL_SHIFT_WIDENED, CoverageMethod.ADJUSTED_COUNT_WIDENED);
        assertThat(study.run(CoverageScenario.reference(5_000, 1), 150, methods))
                .allSatisfy((method, c) -> holds(c));
    }

    @Test
    void theSameSeedGivesTheSameTable() {
        assertThat(study.byShift(2, 1_000)).isEqualTo(study.byShift(2, 1_000));
    }

    /** The tables of docs/prevalence-coverage.md, written to target/prevalence-coverage.md. */
    @Test
    @Tag("long")
    void printsTheTables() throws IOException {
        String byShift = study.byShift(400, 200_000);
        String tables = String.join("\n", byShift, study.bySizeOfAudit(4_000), study.byUnequalSizes(4_000));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/prevalence-coverage.md"), tables);
        System.out.println(tables);
        List<Coverage> shipped = byShift.lines()
                .filter(line -> line.contains("(shipped)"))
                .flatMap(line -> CELL.matcher(line).results())
                .map(cell -> new Coverage((int) Math.round(400 * Double.parseDouble(cell.group(1))), 400, 0))
                .toList();
        assertThat(shipped).hasSize(9).allSatisfy(CoverageStudyTest::holds);
    }

    private static void holds(Coverage coverage) {
        assertThat(coverage.interval(2 * SURE - 1).upper())
                .as("%s of %d runs", coverage.cell(), coverage.runs())
                .isGreaterThanOrEqualTo(STATED);
    }
}

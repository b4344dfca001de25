package io.scapa.curation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.curation.plan.MixtureProblem.Column;
import io.scapa.curation.plan.MixtureProblem.Row;
import io.scapa.statistics.SeededStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MixtureSolverTest {
    private static final MixtureSolver SIMPLEX = new DualSimplexSolver(problem -> {
        throw new AssertionError("the dual simplex method gave up");
    });
    private final MixtureSolver solver = SIMPLEX;

    static List<MixtureSolver> solvers() {
        return List.of(SIMPLEX, new OjalgoMixtureSolver());
    }

    /** 200 random instances against the best of all vertices, found by trying every one. */
    @ParameterizedTest
    @MethodSource("solvers")
    void agreesWithTheBestVertex(MixtureSolver solver) {
        for (int i = 0; i < 200; i++) {
            MixtureProblem problem = random(new SeededStreams(41).stream("lp", i));
            MixtureSolver.Proposal proposal = solver.solve(problem);
            SolutionCertificate certificate = SolutionCertificate.of(problem, proposal);

            assertThat(certificate.holds())
                    .as("instance %d: %s", i, certificate)
                    .isTrue();
            assertThat(certificate.objective()).as("instance %d", i).isCloseTo(BestVertex.of(problem), within(1e-6));
        }
    }

    /** 200 larger instances, where every vertex would be too many. */
    @Test
    void twoSolversAgree() {
        MixtureSolver second = new OjalgoMixtureSolver();
        for (int i = 0; i < 200; i++) {
            MixtureProblem problem = random(new SeededStreams(43).stream("lp", i), 10, 30, 3, 8);
            double expected = problem.objective(second.solve(problem).x());
            MixtureSolver.Proposal proposal = solver.solve(problem);

            assertThat(problem.objective(proposal.x())).as("instance %d", i).isCloseTo(expected, within(1e-6));
            assertThat(SolutionCertificate.of(problem, proposal).holds()).isTrue();
        }
    }

    @Test
    void asksTheSecondSolverWhereARowCannotHold() {
        MixtureProblem impossible = new MixtureProblem(
                List.of(new Column("a", 1, 1)),
                List.of(new Row("hard", new double[] {1}, 2, 3, Double.POSITIVE_INFINITY)));
        MixtureSolver.Proposal other = new MixtureSolver.Proposal(new double[] {0.5}, new double[] {0});

        assertThat(new DualSimplexSolver(problem -> other).solve(impossible)).isSameAs(other);
    }

    @Test
    void theSameProblemHasTheSameAnswer() {
        MixtureProblem problem = random(new SeededStreams(42).stream("lp", 0));

        assertThat(solver.solve(problem).x()).isEqualTo(solver.solve(problem).x());
    }

    @Test
    void theCertificateRejectsAWorsePointAndAPointOutsideItsBounds() {
        MixtureProblem problem = new MixtureProblem(
                List.of(new Column("a", 1, 1), new Column("b", 1, 2)),
                List.of(new Row("sum", new double[] {1, 1}, 1, 1, 10)));
        double[] duals = solver.solve(problem).duals();

        assertThat(SolutionCertificate.of(problem, new MixtureSolver.Proposal(new double[] {0, 1}, duals))
                        .holds())
                .isTrue();
        assertThat(SolutionCertificate.of(problem, new MixtureSolver.Proposal(new double[] {1, 0}, duals))
                        .holds())
                .isFalse();
        assertThat(SolutionCertificate.of(problem, new MixtureSolver.Proposal(new double[] {-0.5, 1.5}, duals))
                        .holds())
                .isFalse();
        assertThat(SolutionCertificate.of(problem, new MixtureSolver.Proposal(new double[] {0, 1}, new double[] {0}))
                        .holds())
                .as("duals that a presolver left out are found again")
                .isTrue();
    }

    private static MixtureProblem random(RandomGenerator random) {
        return random(random, 2, 3, 1, 3);
    }

    private static MixtureProblem random(
            RandomGenerator random, int leastColumns, int moreColumns, int leastRows, int moreRows) {
        int columns = leastColumns + random.nextInt(moreColumns);
        int rows = leastRows + random.nextInt(moreRows);
        List<Column> c = new ArrayList<>();
        for (int j = 0; j < columns; j++) {
            c.add(new Column(
                    "x" + j, random.nextInt(5) == 0 ? 0 : 2 * random.nextDouble(), random.nextDouble() * 2 - 0.5));
        }
        List<Row> r = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double[] a = new double[columns];
            for (int j = 0; j < columns; j++) {
                a[j] = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 2 - 0.5;
            }
            double lower = random.nextInt(3) == 0 ? Double.NEGATIVE_INFINITY : random.nextDouble() * 2;
            double upper = random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : Math.max(lower, 0) + random.nextDouble();
            r.add(new Row("r" + i, a, lower, upper, 0.5 + 3 * random.nextDouble()));
        }
        return new MixtureProblem(c, r);
    }
}

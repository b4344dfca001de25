package io.scapa.curation.plan;

import io.scapa.curation.plan.MixtureProblem.Column;
import io.scapa.curation.plan.MixtureProblem.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The simplex solver of ojAlgo: pure Java, one thread, the same answer every time. */
public final class OjalgoMixtureSolver implements MixtureSolver {
    @Override
    public Proposal solve(MixtureProblem problem) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] variables = columns(problem, model);
        Map<String, Integer> rowOfName = new HashMap<>();
        for (int r = 0; r < problem.rows().size(); r++) {
            row(problem.rows().get(r), r, model, variables);
            rowOfName.put("r" + r, r);
        }
        Optimisation.Result result = model.maximise();
        if (!result.getState().isFeasible()) {
            throw new IllegalStateException(
                    "the linear program of " + problem.columns().size() + " columns and "
                            + problem.rows().size() + " rows came back as " + result.getState());
        }
        Proposal proposal = new Proposal(
                point(problem.columns(), result), duals(problem.rows().size(), rowOfName, result));
        return SolutionCertificate.of(problem, proposal).holds()
                ? proposal
                : new Proposal(proposal.x(), OjalgoDualProgram.duals(problem));
    }

    private static Variable[] columns(MixtureProblem problem, ExpressionsBasedModel model) {
        Variable[] variables = new Variable[problem.columns().size()];
        for (int j = 0; j < variables.length; j++) {
            Column column = problem.columns().get(j);
            variables[j] =
                    model.newVariable("x" + j).lower(0).upper(column.capacity()).weight(column.value());
        }
        return variables;
    }

    private static void row(Row row, int index, ExpressionsBasedModel model, Variable[] variables) {
        Expression expression = model.newExpression("r" + index);
        if (!Double.isInfinite(row.lower())) {
            expression.lower(row.lower());
        }
        if (!Double.isInfinite(row.upper())) {
            expression.upper(row.upper());
        }
        double[] coefficients = row.coefficients();
        for (int j = 0; j < variables.length; j++) {
            if (coefficients[j] != 0) {
                expression.set(variables[j], coefficients[j]);
            }
        }
        if (!row.hard() && !Double.isInfinite(row.lower())) {
            expression.set(model.newVariable("under" + index).lower(0).weight(-row.penalty()), 1);
        }
        if (!row.hard() && !Double.isInfinite(row.upper())) {
            expression.set(model.newVariable("over" + index).lower(0).weight(-row.penalty()), -1);
        }
    }

    /** The solver's rounding may leave a hair outside the bounds; the certificate judges the clipped point. */
    private static double[] point(List<Column> columns, Optimisation.Result result) {
        double[] x = new double[columns.size()];
        for (int j = 0; j < x.length; j++) {
            x[j] = Math.max(0, Math.min(columns.get(j).capacity(), result.doubleValue(j)));
        }
        return x;
    }

    private static double[] duals(int rows, Map<String, Integer> rowOfName, Optimisation.Result result) {
        double[] duals = new double[rows];
        for (var value : result.getDualValues()) {
            Integer row = rowOfName.get(value.getKey().getKey().getName());
            if (row != null) {
                double y = value.doubleValue();
                switch (value.getKey().getValue()) {
                    case UPPER -> duals[row] += Math.abs(y);
                    case LOWER -> duals[row] -= Math.abs(y);
                    default -> duals[row] += y;
                }
            }
        }
        return duals;
    }
}

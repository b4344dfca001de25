package io.scapa.curation.plan;

import io.scapa.curation.plan.MixtureProblem.Row;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The dual of an elastic program, solved as a program of its own. The primal solver's presolver may leave dual values out;
 * this one cannot, since they are its variables:
 *
 * <pre>
 * minimise   sum_r (upper_r p_r - lower_r n_r) + sum_j capacity_j s_j
 * subject to s_j + sum_r (p_r - n_r) a_rj &gt;= value_j,   0 &lt;= p, n &lt;= penalty,   s &gt;= 0
 * </pre>
 */
final class OjalgoDualProgram {
    private OjalgoDualProgram() {}

    /** The dual values p - n of the rows. */
    static double[] duals(MixtureProblem problem) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        int rows = problem.rows().size();
        Variable[] positive = new Variable[rows];
        Variable[] negative = new Variable[rows];
        for (int r = 0; r < rows; r++) {
            Row row = problem.rows().get(r);
            positive[r] = side(model, "p" + r, row.upper(), row);
            negative[r] = side(model, "n" + r, -row.lower(), row);
        }
        for (int j = 0; j < problem.columns().size(); j++) {
            Variable surplus = model.newVariable("s" + j)
                    .lower(0)
                    .weight(problem.columns().get(j).capacity());
            Expression covers =
                    model.newExpression("c" + j).lower(problem.columns().get(j).value());
            covers.set(surplus, 1);
            for (int r = 0; r < rows; r++) {
                double a = problem.rows().get(r).coefficient(j);
                if (a != 0) {
                    covers.set(positive[r], a);
                    covers.set(negative[r], -a);
                }
            }
        }
        Optimisation.Result result = model.minimise();
        double[] duals = new double[rows];
        for (int r = 0; r < rows; r++) {
            duals[r] = result.doubleValue(2 * r) - result.doubleValue(2 * r + 1);
        }
        return duals;
    }

    private static Variable side(ExpressionsBasedModel model, String name, double end, Row row) {
        Variable variable = model.newVariable(name).lower(0);
        if (Double.isInfinite(end)) {
            return variable.upper(0);
        }
        variable.weight(end);
        return row.hard() ? variable : variable.upper(row.penalty());
    }
}

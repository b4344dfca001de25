package io.scapa.service.problem;

import io.scapa.curation.recipe.RecipeException;
import io.scapa.curation.recipe.RecipeFault;
import io.scapa.simulation.ScenarioException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What callers got wrong. */
public class InputProblems {
    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return e.problem().toResponse();
    }

    @ServerExceptionMapper
    public Response recipe(RecipeException e) {
        return ofRecipe(e).toResponse();
    }

    @ServerExceptionMapper
    public Response scenario(ScenarioException e) {
        return Problem.badInput(List.of(fault(e))).toResponse();
    }

    /** The message says what was expected and what was found, in either order. */
    private static Fault fault(ScenarioException e) {
        String message = String.valueOf(e.getMessage());
        String words = message.startsWith(e.field() + ": ")
                ? message.substring(e.field().length() + 2)
                : message;
        int expected = words.indexOf("expected ");
        if (expected < 0) {
            return Fault.of(e.field(), words, null);
        }
        int got = words.lastIndexOf(", got ");
        String before = expected == 0 ? null : words.substring(0, expected).replaceFirst("[,:]? $", "");
        return got < expected
                ? Fault.of(e.field(), words.substring(expected + 9), before)
                : Fault.of(e.field(), words.substring(expected + 9, got), words.substring(got + 6));
    }

    /** A recipe's faults. */
    public static Problem ofRecipe(RecipeException e) {
        return Problem.badInput(e.faults().stream().map(InputProblems::fault).toList());
    }

    private static Fault fault(RecipeFault fault) {
        return new Fault(fault.field(), fault.line(), fault.expectation(), fault.got());
    }
}

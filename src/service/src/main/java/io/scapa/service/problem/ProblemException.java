package io.scapa.service.problem;

import org.jspecify.annotations.Nullable;

/** The service's one error type: a request that cannot be served, with what to tell its caller. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** One field is wrong. */
    public static ProblemException badInput(@Nullable String field, String expectation, @Nullable String got) {
        return new ProblemException(Problem.badInput(field, expectation, got));
    }

    /** Nothing is there. */
    public static ProblemException notFound(String what) {
        return new ProblemException(Problem.notFound(what));
    }

    /** What to tell the caller. */
    public Problem problem() {
        return problem;
    }
}

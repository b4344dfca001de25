package io.scapa.cli;

/** What the process tells its caller. */
public final class ExitCode {
    /** The job is done and what was checked holds. */
    public static final int DONE = 0;
    /** The job failed, or a check does not hold. */
    public static final int FAILED = 1;
    /** The call or an input is wrong. */
    public static final int WRONG_INPUT = 2;

    private ExitCode() {}
}

package io.scapa.cli;

/** Entry of the {@code scapa} command; the launcher script finds the JVM and the class path. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the process with its exit code: 0 done, 1 the job failed or a check does not hold, 2 the
     * call or an input is wrong.
     */
    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals(WarmUp.NAME)) {
            System.exit(WarmUp.run());
        }
        System.exit(new Cli(Commands.all(), Terminal.ofProcess()).run(args));
    }
}

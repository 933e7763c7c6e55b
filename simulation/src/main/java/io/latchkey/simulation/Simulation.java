package io.latchkey.simulation;

import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line of the simulation. Exits with 2 for what the person at the terminal can mend, after one line. */
@Command(
        name = "latchkey",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "simulate",
        subcommands = SimulateCommand.class)
public final class Simulation {

    private Simulation() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Simulation())
                .setParameterExceptionHandler(Simulation::misunderstood)
                .setExecutionExceptionHandler(Simulation::failed)
                .setUsageHelpAutoWidth(true);
    }

    private static int misunderstood(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        command.getErr().println("latchkey: " + mistake.getMessage());
        command.usage(command.getErr());
        return ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        boolean mendable = failure instanceof UncheckedIOException;
        command.getErr().println("latchkey: " + (mendable ? failure.getMessage() : failure));
        return mendable ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }
}

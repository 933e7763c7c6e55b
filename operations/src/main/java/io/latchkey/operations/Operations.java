package io.latchkey.operations;

import io.latchkey.operations.accounts.AccountsCommand;
import io.latchkey.operations.dlt.DltCommand;
import io.latchkey.operations.report.ReportCommand;
import io.latchkey.operations.terminal.OperatorFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The command line of operators. Exits with 0 where all was done, with 1 where something was not, and with 2 for what the
 * operator can mend, after one line that says it.
 */
@Command(
        name = "latchkey",
        description = "What operators do on an installation, whether on this machine or not.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "(accounts | report | dlt)",
        subcommands = {AccountsCommand.class, ReportCommand.class, DltCommand.class})
public final class Operations {

    private Operations() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** As the terminal has it. */
    public static CommandLine commandLine() {
        return new CommandLine(new Operations())
                .setParameterExceptionHandler(Operations::misunderstood)
                .setExecutionExceptionHandler(Operations::failed)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    private static int misunderstood(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        command.getErr().println("latchkey: " + mistake.getMessage());
        command.usage(command.getErr());
        return ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        boolean mendable = failure instanceof OperatorFailure;
        command.getErr().println("latchkey: " + (mendable ? failure.getMessage() : failure));
        return mendable ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }
}

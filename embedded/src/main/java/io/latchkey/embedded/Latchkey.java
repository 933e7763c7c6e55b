package io.latchkey.embedded;

import io.latchkey.embedded.demo.DemoCommand;
import io.latchkey.embedded.installation.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line. Exits with 2 for whatever the person at the terminal can mend, after one line that says it. */
@Command(
        name = "latchkey",
        description = "Keeps the spare key of an account. Everything runs on this machine, without an installation.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "(up | demo | token)",
        subcommands = {UpCommand.class, DemoCommand.class, TokenCommand.class})
public final class Latchkey {

    private Latchkey() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Latchkey())
                .setParameterExceptionHandler(Latchkey::misunderstood)
                .setExecutionExceptionHandler(Latchkey::failed)
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
        boolean mendable = failure instanceof StartFailure;
        command.getErr().println("latchkey: " + (mendable ? failure.getMessage() : failure));
        return mendable ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }
}

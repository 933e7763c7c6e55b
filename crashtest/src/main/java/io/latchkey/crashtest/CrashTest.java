package io.latchkey.crashtest;

import io.latchkey.infrastructure.process.CannotRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;

/** The command line. Exits with 1 for what is violated, and with 2 where the test itself cannot run. */
@Command(
        name = "latchkey",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "crashtest",
        subcommands = CrashTestCommand.class)
public final class CrashTest {

    private CrashTest() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CrashTest())
                .setExecutionExceptionHandler(CrashTest::failed)
                .setUsageHelpAutoWidth(true)
                .execute(arguments));
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        boolean ours = failure instanceof CannotRun;
        command.getErr().println("latchkey: " + (ours ? failure.getMessage() : failure));
        if (!ours) {
            failure.printStackTrace(command.getErr());
        }
        return ExitCode.USAGE;
    }
}

package io.latchkey.bench;

import io.latchkey.infrastructure.process.CannotRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;

/** The command line. Exits with 2 where nothing could be measured; a goal that is missed is a result. */
@Command(
        name = "latchkey",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "bench",
        subcommands = BenchCommand.class)
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setExecutionExceptionHandler(Bench::failed)
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

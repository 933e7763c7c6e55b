package io.latchkey.operations.dlt;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code latchkey dlt}: what services could not act on. */
@Command(
        name = "dlt",
        description = "Dead letters: records that a service could not act on.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | show | redrive)",
        subcommands = {ListCommand.class, ShowCommand.class, RedriveCommand.class})
public final class DltCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list, show or redrive?");
    }
}

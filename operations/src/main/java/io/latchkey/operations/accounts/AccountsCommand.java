package io.latchkey.operations.accounts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code latchkey accounts}: accounts in bulk. */
@Command(
        name = "accounts",
        description = "Accounts in bulk.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(import)",
        subcommands = ImportCommand.class)
public final class AccountsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "import?");
    }
}

package io.latchkey.crashtest;

import io.latchkey.crashtest.round.Options;
import io.latchkey.crashtest.round.Rounds;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code latchkey crashtest}: kills, halts, pauses and cuts off the real services, and checks what they leave. */
@Command(
        name = "crashtest",
        description = "Runs two processes of each service, does to them what can happen, and checks what they leave.",
        mixinStandardHelpOptions = true)
final class CrashTestCommand implements Callable<Integer> {

    private static final int SEEDS = 1_000_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "How many rounds; 3 by default.")
    private int rounds;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Decides what is sent and what happens when, as far as the real world lets it.")
    private @Nullable Long seed;

    @Option(
            names = "--mongodb-command",
            paramLabel = "CMD",
            description = {
                "Use the server that this command starts instead of the embedded database; it is killed and started again.",
                "{port} and {dir} in it are replaced; no shell reads it."
            })
    private @Nullable String mongodbCommand;

    @Override
    public Integer call() {
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds must be at least 1");
        }
        long chosen = seed == null ? new Random().nextInt(SEEDS) : seed;
        var played = new Rounds(
                new Options(rounds, chosen, mongodbCommand), spec.commandLine().getOut());
        return played.play() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}

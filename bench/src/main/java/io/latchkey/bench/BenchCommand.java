package io.latchkey.bench;

import io.latchkey.bench.run.Comparison;
import io.latchkey.bench.run.Plan;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the services beside the floor. */
@Command(
        name = "bench",
        description = "Measures the services beside the same work done by raw clients and nothing else.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--quick", description = "In a few minutes, once instead of three times.")
    private boolean quick;

    @Option(
            names = "--mongodb",
            paramLabel = "URI",
            description = "An external database, without a database's name; by default an embedded one.")
    private @Nullable String mongodb;

    @Override
    public Integer call() {
        new Comparison(
                        quick ? Plan.QUICK : Plan.FULL,
                        mongodb,
                        spec.commandLine().getOut())
                .run();
        return ExitCode.OK;
    }
}

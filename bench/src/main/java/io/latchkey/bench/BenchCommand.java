package io.latchkey.bench;

import io.latchkey.bench.process.Machine;
import io.latchkey.bench.report.GoalTable;
import io.latchkey.bench.result.ComparisonResults;
import io.latchkey.bench.run.Experiment;
import io.latchkey.bench.run.Goals;
import io.latchkey.bench.run.Plan;
import io.latchkey.infrastructure.TemporaryDirectory;
import java.nio.file.Path;
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
        var directory = TemporaryDirectory.create("latchkey-bench-");
        try (var machine = new Machine(directory.path(), mongodb)) {
            compare(machine);
        } catch (RuntimeException e) {
            say("logs and data are kept in " + directory.path());
            throw e;
        }
        directory.close();
        return ExitCode.OK;
    }

    private void compare(Machine machine) {
        var comparison = new Experiment(quick ? Plan.QUICK : Plan.FULL, machine, this::say).run();
        var goals = new GoalTable(Goals.of(comparison));
        var path = results(quick ? "quick" : "comparison");
        new ComparisonResults(comparison, goals, database()).writeTo(path);
        say("\n" + goals.text());
        say("written to " + path);
    }

    private String database() {
        return mongodb == null ? "embedded" : "external";
    }

    private Path results(String kind) {
        return Path.of(System.getProperty("latchkey.home", ""), "bench", "results", kind + "-" + database());
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}

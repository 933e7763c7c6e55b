package io.latchkey.bench;

import io.latchkey.bench.process.Database;
import io.latchkey.bench.process.Machine;
import io.latchkey.bench.report.Goal;
import io.latchkey.bench.report.GoalTable;
import io.latchkey.bench.result.ComparisonResults;
import io.latchkey.bench.result.GrowthResults;
import io.latchkey.bench.run.Experiment;
import io.latchkey.bench.run.Goals;
import io.latchkey.bench.run.Growth;
import io.latchkey.bench.run.Plan;
import io.latchkey.infrastructure.TemporaryDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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

    private final long began = System.nanoTime();

    @ArgGroup
    private Mode mode = new Mode();

    @ArgGroup(exclusive = false)
    private @Nullable Server server;

    private static final class Mode {

        @Option(names = "--quick", description = "In a few minutes, once instead of three times.")
        private boolean quick;

        @Option(
                names = "--growth",
                description = "What becomes of the services with 10 thousand, 100 thousand and 1 million accounts.")
        private boolean growth;
    }

    private static final class Server {

        @Option(
                names = "--mongodb",
                paramLabel = "URI",
                required = true,
                description = "An external database, without a database's name; by default an embedded one.")
        private String uri = "";

        @Option(
                names = "--mongodb-pid",
                paramLabel = "PID",
                description = "Its process on this machine: its processor time is counted then.")
        private @Nullable Long pid;
    }

    @Override
    public Integer call() {
        var database = server == null ? new Database.Embedded() : Database.External.checked(server.uri, server.pid);
        var directory = TemporaryDirectory.create("latchkey-bench-");
        try (var machine = new Machine(directory.path(), database)) {
            if (mode.growth) {
                grow(machine, database);
            } else {
                compare(machine, database);
            }
        } catch (RuntimeException e) {
            say("logs and data are kept in " + directory.path() + "; what ended a process is in its logs/*.err");
            throw e;
        }
        directory.close();
        return ExitCode.OK;
    }

    private void compare(Machine machine, Database database) {
        var comparison = new Experiment(mode.quick ? Plan.QUICK : Plan.FULL, machine, this::tell).run();
        conclude(
                Goals.of(comparison),
                results(mode.quick ? "quick" : "comparison", database),
                (path, goals) -> new ComparisonResults(comparison, goals, database).writeTo(path));
    }

    private void grow(Machine machine, Database database) {
        var points = new Growth(machine, Growth.SIZES, this::tell).run();
        conclude(
                Goals.of(points),
                results("growth", database),
                (path, goals) -> new GrowthResults(points, goals, database).writeTo(path));
    }

    private void conclude(List<Goal> judged, Path path, BiConsumer<Path, GoalTable> results) {
        var goals = new GoalTable(judged);
        results.accept(path, goals);
        say("\n" + goals.text());
        say("written to " + path);
    }

    private static Path results(String kind, Database database) {
        return Path.of(System.getProperty("latchkey.home", ""), "bench", "results", kind + "-" + database.title());
    }

    /** How it goes, and since when. */
    private void tell(String line) {
        var elapsed = Duration.ofNanos(System.nanoTime() - began);
        say(String.format(Locale.ROOT, "%02d:%02d  %s", elapsed.toMinutes(), elapsed.toSecondsPart(), line));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}

package io.latchkey.operations.dlt;

import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.operations.cluster.ConnectionOptions;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latchkey dlt list}: how many there are, and how many were redriven. */
@Command(
        name = "list",
        description = "Counts dead letters by topic, service and reason.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Option(names = "--reason", paramLabel = "REASON", description = "The same as --dead-letter-reason.")
    private @Nullable DeadLetterReason reason;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; one object per line with json.")
    private Format format = Format.table;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var matching = filter.filter(connection.prefix(), reason);
        var installation = new Installation(connection, spec.commandLine().getErr());
        var groups = new Groups();
        installation.deadLetters(matching, RedriveLog.of(installation), groups::add);
        groups.lines(format).forEach(out::println);
        out.flush();
        return ExitCode.OK;
    }
}

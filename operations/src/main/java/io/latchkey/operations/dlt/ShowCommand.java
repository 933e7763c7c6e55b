package io.latchkey.operations.dlt;

import io.latchkey.messaging.avro.RecordNames;
import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.operations.cluster.ConnectionOptions;
import io.latchkey.operations.terminal.OperatorFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code latchkey dlt show}: all that may be said of a dead letter, and who redrove it. */
@Command(
        name = "show",
        description = "Shows dead letters and who redrove them, never what is in them.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Option(names = "--id", paramLabel = "ID", description = "The one with this id, of each service that it failed in.")
    private @Nullable UUID id;

    @Option(names = "--reason", paramLabel = "REASON", description = "The same as --dead-letter-reason.")
    private @Nullable DeadLetterReason reason;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many at most, ${DEFAULT-VALUE} by default.")
    private int limit = 20;

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description = "Where the names of record types are asked for.")
    private @Nullable String registry;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit is at least 1");
        }
        var out = spec.commandLine().getOut();
        var matching = filter.filter(connection.prefix(), reason);
        try (var names = names()) {
            var installation = new Installation(connection, spec.commandLine().getErr());
            var found = new ArrayList<DeadLetter>();
            long all = find(installation, matching, found);
            new Story(installation, names).lines(found).forEach(out::println);
            out.println(found.isEmpty() ? none() : found.size() + " of " + all + " dead letters");
            out.flush();
            return found.isEmpty() && id != null ? ExitCode.SOFTWARE : ExitCode.OK;
        }
    }

    private String none() {
        return id == null
                ? "no dead letters"
                : "no dead letter has the id " + id + "; the topics keep them for 14 days";
    }

    private long find(Installation installation, DeadLetterFilter matching, List<DeadLetter> found) {
        long[] all = {0};
        installation.deadLetters(matching, new RedriveLog(), appearance -> {
            if (id == null || id.equals(appearance.letter().id())) {
                all[0]++;
                if (found.size() < limit) {
                    found.add(appearance.letter());
                }
            }
        });
        return all[0];
    }

    private @Nullable RecordNames names() {
        try {
            return registry == null ? null : new RecordNames(Map.of("schema.registry.url", registry));
        } catch (ConfigException e) {
            throw new OperatorFailure(
                    "--schema-registry is no HTTP address: give one such as http://127.0.0.1:19081", e);
        }
    }
}

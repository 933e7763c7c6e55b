package io.latchkey.operations.report;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.operations.accounts.RegistryOptions;
import io.latchkey.operations.cluster.Cluster;
import io.latchkey.operations.cluster.ConnectionOptions;
import io.latchkey.operations.terminal.OperatorFailure;
import io.latchkey.schemas.topics.Topic;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latchkey report}: where accounts stand, from the topic that says so. */
@Command(
        name = "report",
        description = "Counts or lists where accounts stand; no service is asked.",
        mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Option(names = "--tenant", paramLabel = "TENANT", description = "Only this tenant's accounts.")
    private @Nullable String tenant;

    @Option(names = "--missing", description = "Only accounts that lack something to be registered.")
    private boolean missing;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; table counts by tenant, csv has a line for each account.")
    private Format format = Format.table;

    enum Format {
        table,
        csv
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var cluster = connection.connect();
        var topic = Topic.REGISTRATION_STATUS.name(connection.prefix());
        if (!cluster.has(topic)) {
            throw new OperatorFailure("Kafka at " + cluster.address() + " has no topic " + topic
                    + ", or does not let you see it: check --prefix and whether you may read it");
        }
        try (var values = registry.values(cluster)) {
            var output = format == Format.table ? new Totals() : new Listing(out);
            long skipped = read(cluster, topic, values, output);
            output.end().forEach(out::println);
            out.flush();
            return said(skipped);
        } catch (OutageException e) {
            throw new OperatorFailure(e.getMessage() + ": check --schema-registry", e);
        }
    }

    private long read(Cluster cluster, String topic, AvroValues values, Output output) {
        var reading = new Reading(values, (account, standing) -> {
            if ((tenant == null || tenant.equals(account.tenantId()))
                    && (!missing || !standing.missing().isEmpty())) {
                output.accept(account, standing);
            }
        });
        cluster.read(topic, Optional.empty(), reading::partition);
        return reading.end();
    }

    private int said(long skipped) {
        if (skipped == 0) {
            return ExitCode.OK;
        }
        spec.commandLine().getErr().println("latchkey: " + skipped + " records could not be read and were left out");
        return ExitCode.SOFTWARE;
    }
}

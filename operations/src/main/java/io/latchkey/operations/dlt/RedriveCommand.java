package io.latchkey.operations.dlt;

import io.latchkey.messaging.engine.Redrives;
import io.latchkey.operations.cluster.ConnectionOptions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code latchkey dlt redrive}: sends dead letters back to the services that failed. */
@Command(
        name = "redrive",
        description = "Sends dead letters back to the services that failed, once each. Needs --all, --id or a filter.",
        mixinStandardHelpOptions = true)
final class RedriveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Option(names = "--id", paramLabel = "ID", description = "The one with this id, of each service that it failed in.")
    private @Nullable UUID id;

    @Option(names = "--all", description = "All there are.")
    private boolean all;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for the audit trail.")
    private String reason = "";

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who, for the audit trail; ${DEFAULT-VALUE} by default.")
    private String operator = "";

    @Option(names = "--dry-run", description = "Only say what would be redriven.")
    private boolean dryRun;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many a second at most, ${DEFAULT-VALUE} by default.")
    private int rate = 100;

    @Option(names = "--limit", paramLabel = "N", description = "How many at most.")
    private @Nullable Long limit;

    @Option(names = "--again", description = "Also what was redriven already and has not failed again since.")
    private boolean again;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; one object per line with json.")
    private Format format = Format.table;

    @Override
    public Integer call() {
        check();
        var matching = filter.filter(connection.prefix(), null);
        var installation = new Installation(connection, spec.commandLine().getErr());
        var report = new RedriveReport(spec.commandLine().getOut(), format, dryRun);
        try {
            redrive(installation, matching, report);
        } finally {
            report.end();
        }
        if (id != null && report.met() == 0) {
            spec.commandLine().getErr().println("latchkey: no dead letter has the id " + id);
            return ExitCode.SOFTWARE;
        }
        return report.failed() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void redrive(Installation installation, DeadLetterFilter matching, RedriveReport report) {
        var redrives = RedriveLog.of(installation);
        try (var outbox = outbox(installation, report)) {
            var run = new RedriveRun(
                    installation,
                    redrives,
                    new RedriveRun.Options(order(), again, Optional.ofNullable(limit)),
                    outbox,
                    report);
            installation.deadLetters(matching, redrives, appearance -> {
                if (id == null || id.equals(appearance.letter().id())) {
                    run.accept(appearance);
                }
            });
        }
    }

    private Outbox outbox(Installation installation, RedriveReport report) {
        return dryRun ? new Outbox.Rehearsal(report) : new KafkaOutbox(installation.cluster(), new Pace(rate), report);
    }

    private Redrives.Order order() {
        return new Redrives.Order(operator, reason, Instant.now().truncatedTo(ChronoUnit.MILLIS), UUID.randomUUID());
    }

    private void check() {
        if (!all && id == null && !filter.any()) {
            throw misuse("which ones? Give --id, a filter such as --service, or --all");
        }
        if (rate < 1 || (limit != null && limit < 1)) {
            throw misuse("--rate and --limit are at least 1");
        }
        if (reason.isBlank() || reason.length() > 1000 || operator.isBlank() || operator.length() > 200) {
            throw misuse("--reason (to 1000 characters) and --operator (to 200) are for the audit trail");
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}

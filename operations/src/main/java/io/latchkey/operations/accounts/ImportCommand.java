package io.latchkey.operations.accounts;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.Fingerprint;
import io.latchkey.operations.cluster.Cluster;
import io.latchkey.operations.cluster.ConnectionOptions;
import io.latchkey.operations.terminal.OperatorFailure;
import io.latchkey.schemas.topics.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latchkey accounts import}: commands for all accounts of a file. */
@Command(
        name = "import",
        description = {
            "Provisions the accounts of a CSV file (RFC 4180, UTF-8, a header line) and puts down their methods.",
            "Run it again after it was stopped: it goes on where it was. What is wrong with a line is said, and the"
                    + " line passed over; exit code 1 then."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final int LINES_UNDER_WAY = 20_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Parameters(paramLabel = "FILE", description = "The file. How far it is imported is kept beside it.")
    private Path path = Path.of("");

    @Option(names = "--tenant", paramLabel = "TENANT", required = true, description = "Whose accounts they are.")
    private String tenant = "";

    @Option(
            names = "--fingerprint",
            paramLabel = "HEX",
            description = "Of registration's public key, the only one to seal with then; may be given several times.")
    private List<String> fingerprints = new ArrayList<>();

    @Option(names = "--dry-run", description = "Only say what is wrong with which line; nothing is sent.")
    private boolean dryRun;

    @Option(names = "--restart", description = "Begin anew, whatever was imported before, with new commands.")
    private boolean restart;

    @Option(names = "--wait", description = "Until registration has answered every command; tell what it rejects.")
    private boolean wait;

    @Override
    public Integer call() {
        var pinned = check();
        var file = AccountFile.of(path);
        var header = header(file);
        var report =
                new ImportReport(spec.commandLine().getOut(), spec.commandLine().getErr());
        if (dryRun) {
            return exit(rehearse(file, header, report));
        }
        var before = restart ? Optional.<Checkpoint>empty() : before(file);
        if (before.isPresent() && before.get().complete()) {
            report.done(before.get().progress(), "imported before, --restart imports it anew");
            return exit(before.get().progress());
        }
        return exit(run(before, file, header, pinned, report));
    }

    private static int exit(Progress progress) {
        return progress.flawless() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private List<Fingerprint> check() {
        if (AggregateKey.named(tenant, "").isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--tenant has 1 to 128 characters, no '/' and no control characters");
        }
        try {
            return fingerprints.stream().map(Fingerprint::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--fingerprint: " + e.getMessage(), e);
        }
    }

    private static Header header(AccountFile file) {
        try (var lines = new LineReader(file.path(), 0, 0)) {
            return Header.of(lines.next().orElseThrow(() -> new OperatorFailure(file.path() + " is empty")));
        } catch (IOException e) {
            throw AccountFile.unreadable(file.path(), e);
        }
    }

    private static Progress rehearse(AccountFile file, Header header, ImportReport report) {
        var window = new Window(LINES_UNDER_WAY, Progress.from(header.end(), 1));
        var from = new Checkpoint("", file, BatchKey.random(), window.progress(), new TreeMap<>(), false);
        var done = new ImportRun(
                        from, window, report, (line, account) -> window.rehearsed(line, account.commands()), true)
                .run(header);
        report.end(done, "would be imported");
        return done;
    }

    /** What an earlier import of the same file left; one of another file counts only while it is not complete. */
    private Optional<Checkpoint> before(AccountFile file) {
        var before = Checkpoint.read(file).filter(found -> found.isOf(tenant, file) || !found.complete());
        before.filter(found -> !found.isOf(tenant, file)).ifPresent(_ -> {
            throw new OperatorFailure("the import of " + file.path()
                    + " was stopped half way, and the file or the tenant" + " is another now: --restart begins anew");
        });
        return before;
    }

    private Progress run(
            Optional<Checkpoint> before,
            AccountFile file,
            Header header,
            List<Fingerprint> pinned,
            ImportReport report) {
        var cluster = connection.connect();
        try (var values = registry.values(cluster);
                var keys = PublicKeys.read(cluster, name(Topic.KEYS), values, pinned)) {
            report.note("sealing with the key " + keys.fingerprint() + (pinned.isEmpty() ? " (not pinned)" : ""));
            var from = before.orElseGet(() -> begin(file, header)).following(() -> events(cluster));
            report.goesOn(from.progress());
            var done = publish(cluster, values, keys, from, header, report);
            report.end(done, "imported");
            return done;
        }
    }

    private Checkpoint begin(AccountFile file, Header header) {
        return new Checkpoint(tenant, file, BatchKey.random(), Progress.from(header.end(), 1), new TreeMap<>(), false);
    }

    private TreeMap<Integer, Long> events(Cluster cluster) {
        return wait ? Answers.ends(cluster, name(Topic.REGISTRATION_EVENTS)) : new TreeMap<>();
    }

    private Progress publish(
            Cluster cluster, AvroValues values, PublicKeys keys, Checkpoint from, Header header, ImportReport report) {
        from.write();
        var window = new Window(LINES_UNDER_WAY, from.progress());
        var commands = new Commands(tenant, from.batch(), keys.sealer(), InstantSource.system());
        try (var answers = answers(cluster, values, from, window, report);
                var publisher = new Publisher(cluster, values, name(Topic.ADMIN_COMMANDS), commands, window, answers)) {
            return new ImportRun(from, window, report, publisher::publish, false).run(header);
        }
    }

    private @Nullable Answers answers(
            Cluster cluster, AvroValues values, Checkpoint from, Window window, ImportReport report) {
        if (!wait) {
            return null;
        }
        Map<TopicPartition, Long> begin = new HashMap<>();
        from.events()
                .forEach((partition, offset) ->
                        begin.put(new TopicPartition(name(Topic.REGISTRATION_EVENTS), partition), offset));
        return new Answers(cluster, values, connection.prefix() + "registration", begin, window, report);
    }

    private String name(Topic topic) {
        return topic.name(connection.prefix());
    }
}

package io.latchkey.embedded.demo;

import io.latchkey.embedded.installation.Installation;
import io.latchkey.embedded.installation.InstallationOptions;
import io.latchkey.embedded.installation.InstallationSettings;
import io.latchkey.embedded.installation.PortPlan;
import io.latchkey.embedded.installation.Progress;
import java.io.PrintWriter;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latchkey demo}: plays the story on an installation that keeps nothing, and checks it. */
@Command(
        name = "demo",
        description = "Plays the product's story on an installation of its own, and checks it.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    /** No scan but those of the story. */
    private static final Map<String, String> PROPERTIES = Map.of("latchkey.registration.scan.interval", "1d");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--story",
            paramLabel = "STORY",
            defaultValue = "short",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
    private Plot plot = Plot.SHORT;

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    /** The last line is the verdict, after everything has stopped. */
    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        try {
            var verdict = played(out);
            out.printf("%n%s%n", verdict.line());
            return verdict.ok() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (Difference difference) {
            out.printf("%ndemo: failed: %s%n", difference.getMessage());
            return ExitCode.SOFTWARE;
        } finally {
            out.flush();
        }
    }

    /** What a story that went wrong left on parts of others stays there to be looked at. */
    private Verdict played(PrintWriter out) throws InterruptedException {
        var settings = settings();
        var verdict = played(settings, out);
        new Leftovers(settings).delete();
        return verdict;
    }

    private Verdict played(InstallationSettings settings, PrintWriter out) throws InterruptedException {
        try (var installation = Installation.start(settings, new Progress(out));
                var performance = new Performance(installation, out)) {
            return performance.of(plot);
        }
    }

    /** Under names that nobody has used where the parts are not its own. */
    private InstallationSettings settings() {
        var external = options.external();
        var run = "demo-" + UUID.randomUUID().toString().substring(0, 8);
        return InstallationSettings.ephemeral(options.portsOr(PortPlan.free()), external)
                .withNames(
                        external.bootstrapServers() == null ? "latchkey." : run + ".",
                        external.mongodb() == null ? "" : run + "-")
                .withProperties(PROPERTIES);
    }
}

package io.latchkey.embedded;

import io.latchkey.embedded.installation.Installation;
import io.latchkey.embedded.installation.InstallationOptions;
import io.latchkey.embedded.installation.InstallationSettings;
import io.latchkey.embedded.installation.PortPlan;
import io.latchkey.embedded.installation.Progress;
import io.latchkey.embedded.installation.Summary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latchkey up}: an installation that runs until it is stopped. */
@Command(
        name = "up",
        description = "Starts a broker, a schema registry, a database, a mail server, an inbox and the services.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    @ArgGroup
    private @Nullable Place place;

    /** One of both. */
    static final class Place {

        @Option(names = "--data", paramLabel = "DIR", description = "Keep everything here; .latchkey by default.")
        private @Nullable Path directory;

        @Option(
                names = "--ephemeral",
                description = "Keep nothing, and listen on free ports unless --port-base is given.")
        private boolean ephemeral;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(out);
        Installation installation = Installation.start(settings(), progress);
        out.print(Summary.of(installation, progress.seconds()));
        out.flush();
        untilTheJvmEnds();
        return ExitCode.OK;
    }

    private InstallationSettings settings() {
        if (place != null && place.ephemeral) {
            return InstallationSettings.ephemeral(options.portsOr(PortPlan.free()), options.external());
        }
        PortPlan ports = options.portsOr(PortPlan.from(PortPlan.DEFAULT_BASE));
        Path directory = place == null || place.directory == null ? defaultDirectory() : place.directory;
        return InstallationSettings.persistent(directory, ports, options.external());
    }

    /** Beside the script that started this JVM, wherever it was called from. */
    static Path defaultDirectory() {
        return Path.of(System.getProperty("latchkey.home", "")).resolve(".latchkey");
    }

    /** A signal ends it, and the shutdown hook stops the installation. */
    private static void untilTheJvmEnds() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}

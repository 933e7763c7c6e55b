package io.latchkey.embedded.demo;

import io.latchkey.embedded.installation.Installation;
import io.latchkey.embedded.installation.InstallationOptions;
import io.latchkey.embedded.installation.InstallationSettings;
import io.latchkey.embedded.installation.PortPlan;
import io.latchkey.embedded.installation.Progress;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code latchkey demo}: plays the story on an installation that keeps nothing. */
@Command(
        name = "demo",
        description = "Plays the product's story on an installation of its own, and checks it.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Installation installation = Installation.start(settings(), new Progress(out))) {
            return installation.inbox().messages().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private InstallationSettings settings() {
        return InstallationSettings.ephemeral(options.portsOr(PortPlan.free()), options.external());
    }
}

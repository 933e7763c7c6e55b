package io.latchkey.embedded;

import io.latchkey.embedded.installation.Issuer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code latchkey token}: an access token for registration's HTTP API, and nothing else on the standard output. */
@Command(
        name = "token",
        description = "Prints a short-lived access token for the HTTP API of the registration service.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    private static final int MAX_MINUTES = 24 * 60;

    private static final List<String> EVERYTHING =
            List.of("latchkey.status.read", "latchkey.report.read", "latchkey.policy.dry-run", "latchkey.reveal");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--tenant", paramLabel = "T", required = true, description = "Of this tenant.")
    private String tenant = "";

    @Option(
            names = "--user",
            paramLabel = "U",
            description = "Of this person, who sees their own account without any scope.")
    private @Nullable String user;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            split = "[ ,]",
            description = "With these scopes; by default with all, or with --user with none.")
    private @Nullable List<String> scopes;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "15",
            description = "Valid for so long; ${DEFAULT-VALUE} by default.")
    private int minutes;

    @Option(names = "--data", paramLabel = "DIR", description = "Of this installation; .latchkey by default.")
    private @Nullable Path directory;

    @Override
    public Integer call() {
        if (minutes < 1 || minutes > MAX_MINUTES) {
            throw new ParameterException(spec.commandLine(), "--minutes must be from 1 to " + MAX_MINUTES);
        }
        Issuer issuer = Issuer.of(directory == null ? UpCommand.defaultDirectory() : directory);
        PrintWriter out = spec.commandLine().getOut();
        out.println(issuer.token(claims(Instant.now())));
        out.flush();
        return ExitCode.OK;
    }

    private Map<String, Object> claims(Instant now) {
        return Map.of(
                "sub", user == null ? "latchkey-token" : user,
                "aud", "latchkey-registration",
                "tenant", tenant,
                "scope", String.join(" ", given()),
                "iat", now.getEpochSecond(),
                "exp", now.plus(Duration.ofMinutes(minutes)).getEpochSecond(),
                "jti", UUID.randomUUID().toString());
    }

    private List<String> given() {
        if (scopes != null) {
            return scopes;
        }
        return user == null ? EVERYTHING : List.of();
    }
}

package io.latchkey.bench.preload;

import io.latchkey.infrastructure.process.Child;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/**
 * Writes accounts into the databases of all three services. It is to run once before the services start: they then know that
 * nothing of these accounts is undelivered. After that it may run again at any time, for other accounts.
 */
@Command(name = "preload", description = "Writes accounts as the services would have written them.")
public final class Preload implements Callable<Integer> {

    private static final String DONE = "done";
    private static final int PROGRESS_EVERY = 10_000;

    @Option(names = "--mongodb", required = true, description = "Without a database.")
    private String mongodb = "";

    @Option(names = "--secrets", required = true, description = "Holds a directory of secrets per service.")
    private Path secrets = Path.of("");

    @Option(names = "--bootstrap-servers", hidden = true, description = "Not needed: nothing is read from topics.")
    void bootstrapServers(String any) {}

    @Option(names = "--schema-registry", required = true, description = "Where schemas are registered.")
    private URI schemaRegistry = URI.create("");

    @Option(names = "--prefix", defaultValue = "latchkey.", description = "Of the topics.")
    private String prefix = "";

    @Option(names = "--from", defaultValue = "0", description = "The first account.")
    private int from;

    @Option(names = "--to", required = true, description = "The one after the last account.")
    private int to;

    @Option(names = "--state", defaultValue = "provisioned", description = "${COMPLETION-CANDIDATES}")
    private Standing standing = Standing.PROVISIONED;

    @Option(names = "--due-in", description = "Until the methods are due, such as PT-1H: then all are due already.")
    private @Nullable Duration dueIn;

    private final AtomicInteger written = new AtomicInteger();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Preload())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() {
        var options = new PreloadOptions(mongodb, secrets, schemaRegistry, prefix, from, to, standing, dueIn);
        long began = System.nanoTime();
        try (var preloading = new Preloading(options)) {
            int known = preloading.run(this::count);
            double seconds = (double) (System.nanoTime() - began) / TimeUnit.SECONDS.toNanos(1);
            System.out.printf(
                    "%d accounts in %.1f s, %.0f a second; %d were there already%n",
                    written.get(), seconds, written.get() / seconds, known);
        }
        System.out.println(Child.ANSWER + " " + DONE);
        return ExitCode.OK;
    }

    private void count(int more) {
        int now = written.addAndGet(more);
        if (now / PROGRESS_EVERY > (now - more) / PROGRESS_EVERY) {
            System.out.println(now + " accounts");
        }
    }
}

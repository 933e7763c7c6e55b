package io.latchkey.bench.process;

import io.latchkey.bench.load.Load;
import io.latchkey.bench.load.Order;
import io.latchkey.bench.load.Standing;
import io.latchkey.infrastructure.Ports;
import io.latchkey.infrastructure.process.CannotRun;
import io.latchkey.infrastructure.process.Child;
import io.latchkey.infrastructure.process.Children;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The world outside. */
public final class LoadProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Child child;
    private final int port;

    /** Returns when its provider takes messages. */
    public LoadProcess(Children children, Path directory, String bootstrapServers, String schemaRegistry) {
        var command = Jvm.load(directory)
                .loggingTo(directory.resolve("logs").resolve("load.log"))
                .command(Load.class, List.of(bootstrapServers, schemaRegistry));
        child = Child.start(children, "load", command);
        port = Integer.parseInt(answer());
    }

    /** Where messages are taken, without a path. */
    public String provider() {
        return "http://" + Ports.LOOPBACK + ":" + port;
    }

    public Standing order(Order order) {
        if (!child.order(order.line())) {
            throw gone();
        }
        return Standing.parse(answer());
    }

    private String answer() {
        var answer = child.answer(PATIENCE);
        if (answer.isEmpty()) {
            throw gone();
        }
        return answer;
    }

    private static CannotRun gone() {
        return new CannotRun("the load has ended, or does not answer: see load.err");
    }

    public long pid() {
        return child.pid();
    }
}

package io.latchkey.bench.process;

import io.latchkey.bench.floor.Floor;
import io.latchkey.bench.work.Side;
import io.latchkey.infrastructure.process.CannotRun;
import io.latchkey.infrastructure.process.Child;
import io.latchkey.infrastructure.process.Children;
import java.time.Duration;
import java.util.List;

/** The floor. */
public final class FloorProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Child child;

    /** Returns when it polls. */
    public FloorProcess(Children children, Site site) {
        child = Child.start(
                children,
                "floor",
                Jvm.floor(site.directory())
                        .loggingTo(site.logs().resolve("floor.log"))
                        .command(Floor.class, arguments(site)));
        await("ready");
    }

    private static List<String> arguments(Site site) {
        return List.of(
                "--bootstrap-servers=" + site.bootstrapServers(),
                "--schema-registry=" + site.schemaRegistry(),
                "--mongodb=" + site.mongodb(),
                "--sms-url=" + site.provider() + Side.FLOOR.path(),
                "--prefix=" + Side.FLOOR.prefix(),
                "--partitions=" + Site.PARTITIONS);
    }

    /** Makes these accounts' documents, as they are before an enrolment. */
    public void preload(int from, int to) {
        child.order("preload " + from + " " + to);
        await("done");
    }

    private void await(String answer) {
        if (!child.answers(answer, PATIENCE)) {
            throw new CannotRun("the floor has ended, or does not answer: see floor.err");
        }
    }

    public long pid() {
        return child.pid();
    }
}

package io.latchkey.bench.run;

import io.latchkey.bench.process.Machine;
import io.latchkey.bench.process.Service;
import io.latchkey.bench.process.ServiceProcess;
import io.latchkey.bench.process.Usage;
import io.latchkey.infrastructure.process.Until;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Starts each service alone, with the AOT cache that its training left and a small heap. */
final class IdleServices {

    private static final Duration REST = Duration.ofSeconds(10);

    private final Machine machine;

    IdleServices(Machine machine) {
        this.machine = machine;
    }

    List<Idle> measure() {
        return Arrays.stream(Service.values()).map(this::measure).toList();
    }

    private Idle measure(Service service) {
        var process = ServiceProcess.startSmall(machine.children(), machine.site(), service);
        var start = process.awaitReady();
        Until.passed(REST);
        long resident = Usage.resident(process.pid());
        process.stop();
        return new Idle(service.title(), start, resident);
    }
}

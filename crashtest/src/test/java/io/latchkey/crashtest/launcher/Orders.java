package io.latchkey.crashtest.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.crashtest.fault.HaltingPoint;
import io.latchkey.crashtest.process.Instance;
import io.latchkey.infrastructure.process.Child;
import io.latchkey.registration.schedule.ScanClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;

/** Obeys whoever started this process, and ends with him. */
record Orders(HaltSwitch halt, ConfigurableApplicationContext context) {

    /** Returns never. */
    void obey() throws IOException {
        try (var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (var order = orders.readLine(); order != null; order = orders.readLine()) {
                obey(order.split(" "));
                answer(Instance.DONE);
            }
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private void obey(String[] order) {
        switch (order[0]) {
            case Instance.HALT -> halt.arm(HaltingPoint.valueOf(order[1]), Integer.parseInt(order[2]));
            case Instance.DISARM -> halt.disarm();
            case Instance.CLOCK -> context.getBean(ScanClock.class).turn(Duration.parse(order[1]));
            case Instance.STOP -> stop();
            default -> throw new IllegalArgumentException(order[0]);
        }
    }

    private void stop() {
        context.close();
        Runtime.getRuntime().halt(0);
    }

    static void answer(String answer) {
        System.out.println(Child.ANSWER + " " + answer);
        System.out.flush();
    }
}

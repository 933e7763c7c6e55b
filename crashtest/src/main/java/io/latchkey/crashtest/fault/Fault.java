package io.latchkey.crashtest.fault;

import io.latchkey.crashtest.process.Service;

/** What can be done. */
public sealed interface Fault {

    String title();

    /**
     * An instance halts at a point.
     *
     * @param passages at the last of which it halts
     */
    record Halt(Service service, int instance, HaltingPoint point, int passages) implements Fault {
        @Override
        public String title() {
            return "halt " + point.title() + ", " + service.title();
        }
    }

    record Kill(Service service, int instance) implements Fault {
        @Override
        public String title() {
            return "kill, " + service.title();
        }
    }

    /** Stands still for longer than its session lasts. */
    record Pause(Service service, int instance) implements Fault {
        @Override
        public String title() {
            return "pause past the session, " + service.title();
        }
    }

    record RestartBroker() implements Fault {
        @Override
        public String title() {
            return "restart the broker";
        }
    }

    record StopDatabase() implements Fault {
        @Override
        public String title() {
            return "take the database away";
        }
    }

    /** The JVM of the broker, and of the database where it is the embedded one. */
    record KillStores() implements Fault {
        @Override
        public String title() {
            return "kill the JVM of the broker";
        }
    }

    /** Some of the records that services tell each other appear once more on their topics. */
    record CopyEvents() implements Fault {
        @Override
        public String title() {
            return "deliver events twice";
        }
    }

    /** Registration's scan sees a day on which every account has come due; no fault, but what it can meet. */
    record TurnClock() implements Fault {
        @Override
        public String title() {
            return "turn the clock past the due dates";
        }
    }
}

package io.latchkey.embedded.installation;

import io.latchkey.infrastructure.Ports;
import java.util.Collection;

/** Which part listens where. */
public sealed interface PortPlan {

    int DEFAULT_BASE = 19000;

    static PortPlan free() {
        return new Free();
    }

    /** @throws StartFailure unless all ports that follow from it exist and need no privilege */
    static PortPlan from(int base) {
        return new From(base);
    }

    /** 0 for any that is free. */
    int port(Part part);

    /** @throws StartFailure if one of them is in use */
    default void check(Collection<Part> parts) {
        for (Part part : parts) {
            int port = port(part);
            if (port != 0 && Ports.inUse(port)) {
                throw new StartFailure("port %d, that of the %s, is in use: free it or choose others with --port-base"
                        .formatted(port, part.title()));
            }
        }
    }

    record Free() implements PortPlan {
        @Override
        public int port(Part part) {
            return 0;
        }
    }

    record From(int base) implements PortPlan {

        private static final int LOWEST = 1024;
        private static final int HIGHEST = 65_400;

        public From {
            if (base < LOWEST || base > HIGHEST) {
                throw new StartFailure("--port-base must be from %d to %d".formatted(LOWEST, HIGHEST));
            }
        }

        @Override
        public int port(Part part) {
            return base + part.offset();
        }
    }
}

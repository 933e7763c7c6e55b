package io.latchkey.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
public final class Ports {

    public static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /** @return the given port, or one that was free a moment ago where it is 0 */
    public static int orFree(int port) {
        return port == 0 ? free() : port;
    }

    public static boolean inUse(int port) {
        try (ServerSocket socket = bind(port)) {
            return socket.getLocalPort() != port;
        } catch (IOException _) {
            return true;
        }
    }

    private static int free() {
        try (ServerSocket socket = bind(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on " + LOOPBACK, e);
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK));
    }
}

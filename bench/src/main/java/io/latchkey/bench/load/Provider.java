package io.latchkey.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.infrastructure.Ports;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * Takes every text message at once, as docs/phone-webhook.md has it, over connections that stay open. HTTP as far as the
 * two sides speak it: whatever a server of ours costs here is not what is measured.
 */
final class Provider implements AutoCloseable {

    private static final byte[] TAKEN =
            "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
                    .getBytes(ISO_8859_1);
    private static final String LENGTH = "content-length:";
    private static final int LONGEST_LINE = 8_192;

    private final ServerSocket server;
    private final Phones phones;
    private final LongAdder taken = new LongAdder();

    /** Reads what was sent, before the answer goes out. */
    @FunctionalInterface
    interface Phones {
        void reads(String path, String body);
    }

    /** On a free port. */
    Provider(Phones phones) {
        this.phones = phones;
        try {
            server = new ServerSocket(0, 128, InetAddress.ofLiteral(Ports.LOOPBACK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("provider").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    long taken() {
        return taken.sum();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual().name("provider-connection").start(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), LONGEST_LINE);
            for (var request = line(in); !request.isEmpty(); request = line(in)) {
                phones.reads(request.split(" ", 3)[1], body(in));
                taken.increment();
                socket.getOutputStream().write(TAKEN);
            }
        } catch (IOException e) {
            // The caller has gone.
        }
    }

    private static String body(InputStream in) throws IOException {
        int length = 0;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        return new String(in.readNBytes(length), UTF_8);
    }

    /** Empty at the end of headers, and of the connection. */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n' && line.length() < LONGEST_LINE; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

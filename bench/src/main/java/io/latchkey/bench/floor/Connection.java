package io.latchkey.bench.floor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One connection of HTTP/1.1 with at most one request on it, opened when it is needed. For one thread. */
final class Connection implements AutoCloseable {

    private static final String LENGTH = "content-length:";

    private final URI url;
    private @Nullable Socket socket;
    private InputStream answers = InputStream.nullInputStream();
    private byte @Nullable [] asked;

    Connection(URI url) {
        this.url = url;
    }

    void ask(Provider.Call call) {
        asked = request(call);
        try {
            write(asked);
        } catch (IOException e) {
            askAgain(asked);
        }
    }

    /** The provider closes what was idle for long; its key makes two requests one message. */
    private void askAgain(byte[] request) {
        close();
        try {
            write(request);
        } catch (IOException e) {
            throw new UncheckedIOException("the provider cannot be reached", e);
        }
    }

    private void write(byte[] request) throws IOException {
        var open = socket;
        if (open == null) {
            open = new Socket(url.getHost(), url.getPort());
            open.setTcpNoDelay(true);
            open.setSoTimeout(Math.toIntExact(FloorSettings.CALL_TIMEOUT.toMillis()));
            answers = new BufferedInputStream(open.getInputStream(), 1024);
            socket = open;
        }
        open.getOutputStream().write(request);
    }

    /** @throws IllegalStateException unless it is accepted */
    void awaitAnswer() {
        var request = asked;
        if (request != null) {
            asked = null;
            try {
                read();
            } catch (IOException e) {
                askAgain(request);
                readOrFail();
            }
        }
    }

    private void readOrFail() {
        try {
            read();
        } catch (IOException e) {
            throw new UncheckedIOException("the provider does not answer", e);
        }
    }

    private void read() throws IOException {
        var status = line();
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IllegalStateException("the provider answers " + status);
        }
        int length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        answers.skipNBytes(length);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = answers.read(); c != '\n'; c = answers.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private byte[] request(Provider.Call call) {
        var body = call.json().getBytes(UTF_8);
        var head = ("POST " + url.getRawPath() + " HTTP/1.1\r\nHost: " + url.getRawAuthority()
                        + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + call.key()
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(ISO_8859_1);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    @Override
    public void close() {
        var open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package io.latchkey.notification.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An SMTP server for one connection that replies as it is told: a line, {@code hang up} or {@code silence}. */
final class ScriptedSmtp implements AutoCloseable {

    private static final Map<String, String> POLITE = Map.of(
            "connect", "220 hello",
            "EHLO", "250 hello",
            "DATA", "354 go on",
            "QUIT", "221 bye");

    private final Map<String, String> replies;
    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    ScriptedSmtp(Map<String, String> replies) throws IOException {
        this.replies = replies;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    List<String> commands() {
        return commands;
    }

    private void serve() {
        try (Socket socket = listener.accept()) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            if (reply("connect", socket.getOutputStream())) {
                converse(in, socket.getOutputStream());
            }
        } catch (IOException e) {
            // The client has hung up, or the test is over.
        }
    }

    private void converse(BufferedReader in, OutputStream out) throws IOException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            commands.add(command);
            if (!reply(command, out)) {
                return;
            }
            if (command.equals("DATA") && !endOfData(in, out)) {
                return;
            }
        }
    }

    private boolean endOfData(BufferedReader in, OutputStream out) throws IOException {
        if (!replies.getOrDefault("DATA", "354").startsWith("354")) {
            return true;
        }
        var line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
        return reply(".", out);
    }

    private boolean reply(String command, OutputStream out) throws IOException {
        var reply = replies.getOrDefault(command, POLITE.getOrDefault(command, "250 fine"));
        return switch (reply) {
            case "hang up" -> false;
            case "silence" -> silent();
            default -> {
                out.write((reply + "\r\n").getBytes(UTF_8));
                out.flush();
                yield true;
            }
        };
    }

    private boolean silent() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
    }
}

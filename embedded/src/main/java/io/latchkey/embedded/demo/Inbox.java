package io.latchkey.embedded.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people find on their phones and in their mailboxes: what the phone sandbox and the mail server took. */
final class Inbox {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

    /** Between figures that are read out one by one. */
    private static final Pattern SPOKEN = Pattern.compile("(?<=[0-9]), (?=[0-9])");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI address;

    Inbox(URI address) {
        this.address = address;
    }

    /**
     * One message, as its reader sees it.
     *
     * @param kind SMS, CALL or EMAIL
     * @param extension that was dialled; empty without one
     */
    record Message(String kind, String to, String extension, String text) {

        List<String> codes() {
            return CODE.matcher(SPOKEN.matcher(text).replaceAll(""))
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .toList();
        }

        /** Never shows recipient or text. */
        @Override
        public String toString() {
            return "Message[•••]";
        }
    }

    /** The code in the latest message that holds one, once there are this many. */
    String awaitsCode(String to, int count) {
        return awaitsMessageWithCode(to, count).codes().getFirst();
    }

    Message awaitsMessageWithCode(String to, int count) {
        return awaits(
                "code no. " + count, to, count, message -> !message.codes().isEmpty());
    }

    /** The first message with these words in it. */
    Message awaitsWords(String to, String words) {
        return awaits(
                "\u201c" + words + "\u201d", to, 1, message -> message.text().contains(words));
    }

    /** A message without a code, such as a notice or a reminder. */
    Message awaitsNotice(String to, int count) {
        return awaits(
                "notice no. " + count, to, count, message -> message.codes().isEmpty());
    }

    private Message awaits(String what, String to, int count, Predicate<Message> wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var found = messages().stream()
                    .filter(message -> message.to().equalsIgnoreCase(to))
                    .filter(wanted)
                    .toList();
            if (found.size() >= count) {
                return found.get(count - 1);
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new Difference(
                "expected " + what + " in the inbox, and it did not come within " + PATIENCE.toSeconds() + " s");
    }

    /** Oldest first. */
    List<Message> messages() {
        return StreamSupport.stream(json.readTree(get()).spliterator(), false)
                .map(Inbox::message)
                .toList()
                .reversed();
    }

    private static Message message(JsonNode node) {
        return new Message(
                node.path("kind").asString(),
                node.path("to").asString(),
                node.path("extension").asString(""),
                node.path("text").asString());
    }

    private String get() {
        try {
            var request = HttpRequest.newBuilder(address)
                    .header("Accept", "application/json")
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new Difference("expected the inbox to answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Difference("interrupted while reading the inbox");
        }
    }
}

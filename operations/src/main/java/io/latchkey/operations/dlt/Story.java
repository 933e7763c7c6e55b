package io.latchkey.operations.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.avro.RecordNames;
import io.latchkey.messaging.engine.DeadLetters;
import io.latchkey.operations.terminal.Text;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may be told of dead letters: of their values the size and a hash, of what happened to them everything. */
final class Story {

    private final Installation installation;
    private final @Nullable RecordNames names;

    /** @param names of types; null where nobody is to be asked */
    Story(Installation installation, @Nullable RecordNames names) {
        this.installation = installation;
        this.names = names;
    }

    List<String> lines(List<DeadLetter> letters) {
        var redrives = redrives(letters);
        return letters.stream()
                .flatMap(letter -> lines(letter, Objects.requireNonNull(redrives.get(Failed.of(letter)))).stream())
                .toList();
    }

    /** An original of one service, whatever the attempt. */
    private record Failed(String service, Place original) {

        static Failed of(DeadLetter letter) {
            return new Failed(letter.service(), letter.original());
        }

        static Failed of(Redriven redriven) {
            return new Failed(redriven.deadLetter().service(), redriven.original());
        }
    }

    private Map<Failed, List<Redriven>> redrives(List<DeadLetter> letters) {
        var redrives = new HashMap<Failed, List<Redriven>>();
        letters.forEach(letter -> redrives.put(Failed.of(letter), new ArrayList<>()));
        if (!letters.isEmpty()) {
            installation.redrives(redriven -> {
                var known = redrives.get(Failed.of(redriven));
                if (known != null) {
                    known.add(redriven);
                }
            });
        }
        return redrives;
    }

    private List<String> lines(DeadLetter letter, List<Redriven> redrives) {
        var lines = new ArrayList<String>();
        lines.add("dead letter " + letter.id());
        lines.add("  reason    " + Text.of(letter.reason() + ": " + letter.detail()));
        lines.add("  service   " + Text.of(letter.service()));
        lines.add("  original  " + Text.of(letter.original().toString()) + ", "
                + Text.of(letter.original().time()));
        lines.add(
                "  here      " + letter.place() + ", " + Text.of(letter.place().time()));
        lines.add("  key       " + Text.of(letter.key()));
        lines.add("  value     " + value(letter.record().value()));
        letter.record().headers().forEach(header -> {
            if (!header.key().startsWith(DeadLetters.PREFIX)) {
                lines.add("  header    "
                        + Text.of(header.key() + "="
                                + (header.value() == null ? "" : new String(header.value(), UTF_8))));
            }
        });
        lines.add("  attempt   " + letter.attempt()
                + (letter.attempt() == 0 ? ", not redriven before" : ", failed again"));
        redrives.forEach(redriven -> lines.add("  redriven  " + line(redriven)));
        letter.hindrance().ifPresent(why -> lines.add("  cannot be redriven: " + Text.of(why)));
        lines.add("");
        return lines;
    }

    private static String line(Redriven redriven) {
        return "attempt " + redriven.attempt() + ", " + Text.of(redriven.place().time()) + ", by "
                + Text.of(redriven.operator()) + ": " + Text.of(redriven.reason()) + " (run " + Text.of(redriven.run())
                + ", " + redriven.place() + ")";
    }

    private String value(byte @Nullable [] value) {
        if (value == null) {
            return "none";
        }
        var type = names == null ? "" : ", " + names.of(value);
        return value.length + " bytes, SHA-256 " + HexFormat.of().formatHex(sha256(value)) + type;
    }

    private static byte[] sha256(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

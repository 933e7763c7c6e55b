package io.latchkey.embedded.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Where the story is played: what is said on it is printed and remembered, and what follows is awaited and printed. */
record Stage(Portal portal, Inbox inbox, Transcript transcript, List<Sent> commands, List<String> codes) {

    Stage(Portal portal, Inbox inbox, Transcript transcript) {
        this(portal, inbox, transcript, new ArrayList<>(), new ArrayList<>());
    }

    void step(String title) {
        transcript.step(title);
    }

    Sent says(Sent sent) {
        commands.add(sent);
        transcript.sent(sent);
        return sent;
    }

    void repeats(Sent sent) {
        transcript.sent(portal.repeats(sent));
        transcript.remark("the first one was answered; this one is not");
    }

    /** The command's reply, which must be of this type. */
    <T extends SpecificRecord> T reply(Class<T> type, Sent command) {
        return shown(type, portal.awaitsReply(command), command);
    }

    /** The first record of this type that follows from the command. */
    <T extends SpecificRecord> T follows(Class<T> type, Sent command) {
        return shown(type, portal.awaits(type, command), command);
    }

    /** As many records of this type as follow from the command. */
    <T extends SpecificRecord> List<T> follow(Class<T> type, int count, Sent command) {
        return portal.awaitsAll(type, count, command).stream()
                .map(seen -> shown(type, seen, command))
                .toList();
    }

    <T extends SpecificRecord> T shown(Class<T> type, Observed seen, Sent command) {
        return shown(type, seen, command.nanos());
    }

    /** @param since when its cause happened, by this JVM's clock */
    <T extends SpecificRecord> T shown(Class<T> type, Observed seen, long since) {
        transcript.seen(seen, since);
        expect("the type of " + seen, type.getSimpleName(), name(seen));
        return type.cast(Objects.requireNonNull(seen.content()));
    }

    /** Reads the nth message with a code that came to this destination, as its owner would. */
    String reads(String destination, String mask, int count) {
        var code = inbox.awaitsCode(destination, count);
        codes.add(code);
        transcript.remark("inbox: message " + count + " to " + mask + " with code ••••••");
        return code;
    }

    /** Somebody finds a message that is no code. */
    void isTold(String who, String destination, String words) {
        var message = inbox.awaitsWords(destination, words);
        expect("codes in the message to " + who, List.of(), message.codes());
        transcript.remark("inbox: " + who + " is told \u201c" + words + "\u201d");
    }

    void expect(String what, Object expected, @Nullable Object actual) {
        if (!expected.equals(actual)) {
            throw new Difference("%s: expected %s, was %s".formatted(what, expected, actual));
        }
    }

    private static String name(Observed seen) {
        return seen.content() == null
                ? "nothing readable"
                : seen.content().getSchema().getName();
    }
}

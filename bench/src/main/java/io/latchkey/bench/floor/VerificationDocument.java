package io.latchkey.bench.floor;

import io.latchkey.schemas.MethodRegistered;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;

/** An account of verification: the state that the service keeps of it, and nothing of what its engine adds. */
record VerificationDocument(Document document) {

    static final String COLLECTION = "verifications";

    private static final String EVENTS = "events";
    private static final String CODES = "codes";
    private static final String STATE = "state";
    private static final String NUMBER = "lastNumber";
    private static final String SENDS = "sends";
    private static final String CHALLENGES = "challenges";
    private static final String CODE_ID = "codeId";
    private static final String METHOD = "method";
    private static final String DESTINATION = "destination";
    private static final String HASH = "hash";

    /** Known from registration, with nothing to prove. */
    static Document fresh(String account, Instant now) {
        var state = new Document("account", account)
                .append("generation", 1L)
                .append("enabled", true)
                .append(NUMBER, 0)
                .append(SENDS, List.of())
                .append("wrongGuesses", List.of())
                .append("guessLimit", 10)
                .append("lockedUntil", null)
                .append(CHALLENGES, List.of());
        return new Document(Documents.ID, account)
                .append(Documents.VERSION, 1L)
                .append("epoch", Date.from(now))
                .append("touched", Date.from(now))
                .append("generation", 1L)
                .append(EVENTS, 0L)
                .append(CODES, 0L)
                .append(STATE, state);
    }

    Instant epoch() {
        return document.getDate("epoch").toInstant();
    }

    long nextEvent() {
        return next(EVENTS);
    }

    long nextCode() {
        return next(CODES);
    }

    private long next(String sequence) {
        long next = document.getLong(sequence) + 1;
        document.put(sequence, next);
        return next;
    }

    private Document state() {
        return document.get(STATE, Document.class);
    }

    /** @return the number of the code, which people see */
    int issue(MethodRegistered registered, UUID code, byte[] hash, Instant expiresAt, Instant now) {
        int number = state().getInteger(NUMBER) + 1;
        var sends = new ArrayList<>(state().getList(SENDS, Document.class));
        sends.add(new Document("kind", registered.getKind().name())
                .append(DESTINATION, binary(registered.getDestinationHash()))
                .append("at", Date.from(now))
                .append("answered", false));
        state().append(NUMBER, number)
                .append(SENDS, sends)
                .append(CHALLENGES, List.of(open(registered, code, hash, expiresAt)));
        document.put("touched", Date.from(now));
        return number;
    }

    private static Document open(MethodRegistered registered, UUID code, byte[] hash, Instant expiresAt) {
        return new Document("status", "OPEN")
                .append(METHOD, method(registered))
                .append(CODE_ID, code.toString())
                .append(HASH, new Binary(hash))
                .append("expiresAt", Date.from(expiresAt))
                .append("superseded", List.of())
                .append("wrongGuesses", 0)
                .append("guessBudget", 5);
    }

    private static Document method(MethodRegistered registered) {
        var sealed = registered.getDestination();
        return new Document("id", registered.getMethodId().toString())
                .append("kind", registered.getKind().name())
                .append("channel", registered.getChannel().name())
                .append(
                        DESTINATION,
                        new Document("recipientKeyId", sealed.getRecipientKeyId())
                                .append("wrappedKey", binary(sealed.getWrappedKey()))
                                .append("ciphertext", binary(sealed.getCiphertext()))
                                .append(HASH, binary(registered.getDestinationHash()))
                                .append("mask", registered.getMask()))
                .append("locale", registered.getLocale());
    }

    private static Binary binary(ByteBuffer buffer) {
        return new Binary(Bytes.of(buffer));
    }

    /** @throws IllegalStateException where it is not the live one: the floor knows enrolments that go well */
    Challenge challenge(UUID code) {
        return state().getList(CHALLENGES, Document.class).stream()
                .filter(challenge -> code.toString().equals(challenge.getString(CODE_ID)))
                .map(Challenge::new)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a code is not known"));
    }

    /** A code that waits for its reader. */
    record Challenge(Document document) {

        String method() {
            return document.get(METHOD, Document.class).getString("id");
        }

        byte[] destinationHash() {
            return document.get(METHOD, Document.class)
                    .get(DESTINATION, Document.class)
                    .get(HASH, Binary.class)
                    .getData();
        }

        byte[] hash() {
            return document.get(HASH, Binary.class).getData();
        }
    }

    void prove(Challenge challenge, Instant now) {
        var open = challenge.document();
        var proven = new Document("status", "PROVEN")
                .append("methodId", challenge.method())
                .append("kind", open.get(METHOD, Document.class).getString("kind"))
                .append(CODES, List.of(open.getString(CODE_ID)));
        state().getList(SENDS, Document.class).forEach(send -> send.put("answered", true));
        state().put(CHALLENGES, List.of(proven));
        document.put("touched", Date.from(now));
    }
}

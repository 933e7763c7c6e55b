package io.latchkey.bench.floor;

import io.latchkey.schemas.Channel;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** An account of registration: the state that the service keeps of it, and nothing of what its engine adds. */
record RegistrationDocument(Document document) {

    static final String COLLECTION = "registrations";

    static final String SEQUENCE = "sequence";
    static final String TOUCHED = "touched";
    static final String STATE = "state";
    static final String METHODS = "methods";
    static final String UNPROVEN = "unproven";
    static final String PROVEN = "proven";
    static final String REGISTER = "register";
    static final String STANDING = "standing";
    private static final String ID = "id";

    static Document standing(Standing standing, @Nullable String counting) {
        return new Document("policyVersion", 0L)
                .append("registered", false)
                .append("enabled", true)
                .append("capable", false)
                .append("reason", standing.reason().name())
                .append(
                        "counting",
                        counting == null ? new Document() : new Document(MethodKind.MOBILE_PHONE.name(), counting))
                .append(
                        "missing",
                        standing.missing().stream()
                                .map(RegistrationDocument::requirement)
                                .toList())
                .append("recommended", List.of());
    }

    private static Document requirement(Requirement requirement) {
        return new Document("kind", requirement.getKind().name())
                .append("count", requirement.getCount())
                .append("kinds", requirement.getKinds().stream().map(Enum::name).toList());
    }

    String account() {
        return document.getString(Documents.ID);
    }

    long version() {
        return document.getLong(Documents.VERSION);
    }

    Instant epoch() {
        return document.getDate("epoch").toInstant();
    }

    /** The log time of what changed it last. */
    Instant touched() {
        return document.getDate(TOUCHED).toInstant();
    }

    long sequence() {
        return document.getLong(SEQUENCE);
    }

    long nextSequence() {
        document.put(SEQUENCE, sequence() + 1);
        return sequence();
    }

    List<Document> unproven() {
        return methods().getList(UNPROVEN, Document.class);
    }

    List<Document> proven() {
        return methods().getList(PROVEN, Document.class);
    }

    private Document methods() {
        return state().get(METHODS, Document.class);
    }

    String locale() {
        return state().get("account", Document.class).getString("locale");
    }

    private Document state() {
        return document.get(STATE, Document.class);
    }

    Standing standing() {
        return proven().isEmpty() ? Standing.NOTHING_REGISTERED : Standing.PHONE_PROVEN;
    }

    /** In the place of what was to be proven before. */
    void register(UUID method, Binary destination, String mask, Instant now) {
        var registered = new Document(ID, method.toString())
                .append("kind", MethodKind.MOBILE_PHONE.name())
                .append("channel", Channel.SMS.name())
                .append("destination", destination)
                .append("mask", mask)
                .append("registeredAt", Date.from(now))
                .append("origin", "PERSON");
        methods().put(UNPROVEN, List.of(registered));
        document.put(TOUCHED, Date.from(now));
    }

    /** The method, unless it is not to be proven any more. Its destination stays encrypted as it is. */
    Optional<Document> prove(UUID method, Instant now) {
        return unproven().stream()
                .filter(each -> each.getString(ID).equals(method.toString()))
                .findFirst()
                .map(proven -> prove(proven, Date.from(now)));
    }

    private Document prove(Document method, Date now) {
        method.append("provenAt", now).append("confirmedAt", now);
        document.put(TOUCHED, now);
        methods().put(UNPROVEN, List.of());
        methods().put(PROVEN, List.of(method));
        var register = new ArrayList<>(state().getList(REGISTER, Document.class));
        register.add(new Document(ID, method.getString(ID))
                .append("kind", method.getString("kind"))
                .append("mask", method.getString("mask"))
                .append("boundAt", now)
                .append("unboundAt", null));
        state().append(REGISTER, register).append(STANDING, standing(Standing.PHONE_PROVEN, method.getString(ID)));
        return method;
    }
}

package io.latchkey.crashtest.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a run without a fault leaves of one account: a phone is registered, a wrong code typed, another code asked for and
 * typed right, and the due date announced. Somebody writes garbage, and somebody uses an id twice. Tests change it.
 */
final class Story {

    static final String ACCOUNT = "crash/u-1";
    static final String METHOD = "method-1";
    static final String FIRST_CODE = id("first code").toString();
    static final String SECOND_CODE = id("second code").toString();
    static final String REMINDER = id("reminder").toString();
    static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    static final Instant DUE = NOON.plus(Duration.ofDays(180));
    static final UUID REGISTER = id("register");

    private static final String VERIFIED = "verified";
    private static final String DUE_TOLD = "due told";

    final List<Entry> log = new ArrayList<>();
    final List<Sent> sent = new ArrayList<>();
    final List<Call> calls = new ArrayList<>();
    final List<Progress> progress = new ArrayList<>();
    final List<Trouble> troubles = new ArrayList<>();
    final Document registration;
    final Document verification;
    final List<Document> underWay = new ArrayList<>();
    final List<Document> done = new ArrayList<>();

    Story() {
        command(Topics.ADMIN_COMMANDS, "ProvisionAccount", id("provision"));
        event(Topics.REGISTRATION_EVENTS, "AccountProvisioned", 1, reply("provision", Map.of("generation", 1L)));
        command(Topics.REGISTRATION_COMMANDS, "RegisterMethod", REGISTER);
        event(Topics.REGISTRATION_EVENTS, "MethodRegistered", 2, reply("register", method("kind", "MOBILE_PHONE")));
        event(Topics.VERIFICATION_EVENTS, "CodeIssued", 1, caused("MethodRegistered", 2, code(FIRST_CODE, 1, null)));
        event(Topics.CODES, "SendCode", 1, expiring(FIRST_CODE));
        told(FIRST_CODE, "SMS", 1, id("sent 1").toString());
        command(Topics.VERIFICATION_COMMANDS, "SubmitCode", id("guess"));
        event(Topics.VERIFICATION_EVENTS, "CodeRejected", 2, reply("guess", method("reason", "WRONG_CODE")));
        command(Topics.VERIFICATION_COMMANDS, "ResendCode", id("resend"));
        event(Topics.VERIFICATION_EVENTS, "CodeIssued", 3, reply("resend", code(SECOND_CODE, 2, FIRST_CODE)));
        event(Topics.CODES, "SendCode", 2, expiring(SECOND_CODE));
        told(SECOND_CODE, "SMS", 1, id("sent 2").toString());
        command(Topics.VERIFICATION_COMMANDS, "SubmitCode", id(VERIFIED));
        event(Topics.VERIFICATION_EVENTS, "CodeVerified", 4, reply(VERIFIED, method("codeId", SECOND_CODE)));
        event(Topics.REGISTRATION_EVENTS, "MethodProven", 3, due(method("kind", "MOBILE_PHONE")));
        event(
                Topics.REGISTRATION_EVENTS,
                "ReconfirmDue",
                4,
                due(new HashMap<>(Map.of("notify", List.of(Map.of("methodId", METHOD))))));
        told(REMINDER, "EMAIL", 1, eventId(Topics.REGISTRATION_EVENTS, "ReconfirmDue", 4));
        garbage("rubbish");
        idUsedTwice();
        call(FIRST_CODE, NOON, Call.Answer.ACCEPTED);
        call(SECOND_CODE, NOON.plusSeconds(10), Call.Answer.ACCEPTED);
        call(REMINDER, NOON.plusSeconds(20), Call.Answer.ACCEPTED);
        progress.add(new Progress("registration", Topics.REGISTRATION_COMMANDS, 0, 3, 2));
        registration = registration(METHOD, true);
        verification = verification("PROVEN");
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    static String eventId(String topic, String type, long sequence) {
        return id(topic + type + sequence).toString();
    }

    void command(String topic, String type, UUID id) {
        var value = type + id;
        sent.add(new Sent(Sent.Kind.COMMAND, id, topic, ACCOUNT, value, true));
        add(topic, type, fields(Map.of("commandId", id.toString()), Map.of()), Map.of(), value);
    }

    void event(String topic, String type, long sequence, Map<String, @Nullable Object> fields) {
        event(topic, type, sequence, eventId(topic, type, sequence), fields);
    }

    void event(String topic, String type, long sequence, String eventId, Map<String, @Nullable Object> fields) {
        var metadata = new HashMap<String, Object>(Map.of("eventId", eventId, "sequence", sequence, "epoch", 1L));
        for (var name : List.of("commandId", "causationId")) {
            var value = fields.remove(name);
            if (value != null) {
                metadata.put(name, value);
            }
        }
        add(topic, type, fields(metadata, fields), Map.of(), eventId);
    }

    private void told(String notification, String channel, int attempt, String cause) {
        var fields = new HashMap<String, @Nullable Object>(Map.of(
                "notificationId", notification,
                "channel", channel,
                "attempt", attempt,
                "causationId", cause));
        event(
                Topics.NOTIFICATION_EVENTS,
                "NotificationAccepted",
                1,
                id("end of " + notification).toString(),
                fields);
        done.add(new Document("_id", notification).append("state", "ACCEPTED"));
    }

    private static Map<String, @Nullable Object> fields(Map<String, ?> metadata, Map<String, @Nullable Object> fields) {
        var all = new HashMap<String, @Nullable Object>(fields);
        all.put("metadata", metadata);
        return all;
    }

    void add(
            String topic,
            String type,
            Map<String, @Nullable Object> fields,
            Map<String, String> headers,
            String value) {
        long offset = log.stream().filter(entry -> entry.topic().equals(topic)).count();
        log.add(new Entry(topic, 0, offset, NOON, ACCOUNT, type, fields, headers, type + value, value));
    }

    static Map<String, @Nullable Object> reply(String command, Map<String, ?> fields) {
        var all = new HashMap<String, @Nullable Object>(fields);
        all.put("commandId", id(command).toString());
        return all;
    }

    private static Map<String, @Nullable Object> caused(String type, long sequence, Map<String, ?> fields) {
        var all = new HashMap<String, @Nullable Object>(fields);
        all.put("causationId", eventId(Topics.REGISTRATION_EVENTS, type, sequence));
        return all;
    }

    static Map<String, @Nullable Object> method(String name, String value) {
        return new HashMap<>(Map.of("methodId", METHOD, name, value));
    }

    static Map<String, @Nullable Object> code(String code, long number, @Nullable String superseded) {
        var fields = method("codeId", code);
        fields.put("number", number);
        fields.put("supersededCodeId", superseded);
        return fields;
    }

    private static Map<String, @Nullable Object> expiring(String code) {
        var fields = method("codeId", code);
        fields.put("expiresAt", NOON.plusSeconds(60).toEpochMilli());
        return fields;
    }

    static Map<String, @Nullable Object> due(Map<String, @Nullable Object> fields) {
        fields.put("dueAt", DUE.toEpochMilli());
        return fields;
    }

    private void garbage(String value) {
        sent.add(new Sent(Sent.Kind.GARBAGE, Sent.NO_COMMAND, Topics.REGISTRATION_COMMANDS, ACCOUNT, value, true));
        add(Topics.REGISTRATION_COMMANDS, "", Map.of(), Map.of(), value);
        letter(value, DUE_TOLD);
    }

    void letter(String value, String id) {
        var headers = Map.of("latchkey-dead-letter-id", id, "latchkey-dead-letter-service", "registration");
        add(Topics.REGISTRATION_COMMANDS + Topics.DEAD_LETTERS, "", Map.of(), headers, value);
    }

    private void idUsedTwice() {
        sent.add(new Sent(Sent.Kind.REUSED_ID, REGISTER, Topics.REGISTRATION_COMMANDS, ACCOUNT, "other", true));
        add(
                Topics.REGISTRATION_COMMANDS,
                "RegisterMethod",
                fields(Map.of("commandId", REGISTER.toString()), Map.of()),
                Map.of(),
                "other");
        event(
                Topics.REGISTRATION_EVENTS,
                "CommandRejected",
                5,
                new HashMap<>(Map.of("conflictingCommandId", REGISTER.toString())));
    }

    void call(String notification, Instant at, Call.Answer answer) {
        calls.add(new Call(notification, at, answer, "text of " + notification));
    }

    static Document registration(String proven, boolean announced) {
        var methods = new Document("proven", List.of(new Document("id", proven))).append("unproven", List.of());
        return new Document("_id", ACCOUNT)
                .append("version", 5L)
                .append("sequences", List.of(sequence(Topics.REGISTRATION_EVENTS, 5)))
                .append(
                        "state",
                        new Document("methods", methods)
                                .append("due", new Document("at", Date.from(DUE)).append("announced", announced)));
    }

    static Document verification(String status) {
        var challenge = new Document("status", status)
                .append("methodId", METHOD)
                .append("codeId", SECOND_CODE)
                .append("wrongGuesses", 1);
        return new Document("_id", ACCOUNT)
                .append("sequences", List.of(sequence(Topics.VERIFICATION_EVENTS, 4)))
                .append(
                        "state",
                        new Document("lastNumber", 2)
                                .append("wrongGuesses", List.of(Date.from(NOON)))
                                .append("challenges", List.of(challenge)));
    }

    private static Document sequence(String topic, long last) {
        return new Document("topic", "latchkey." + topic).append("sequence", last);
    }

    Document challenge() {
        return verification
                .get("state", Document.class)
                .getList("challenges", Document.class)
                .getFirst();
    }

    void remove(String type, Predicate<Entry> which) {
        log.removeIf(entry -> entry.is(type) && which.test(entry));
    }

    void remove(String type) {
        remove(type, entry -> true);
    }

    void change(String type, UnaryOperator<Entry> change) {
        log.replaceAll(entry -> entry.is(type) ? change.apply(entry) : entry);
    }

    Entry first(String type) {
        return log.stream().filter(entry -> entry.is(type)).findFirst().orElseThrow();
    }

    static Entry with(Entry entry, String name, Object value) {
        var fields = new HashMap<String, @Nullable Object>(entry.fields());
        fields.put(name, value);
        return new Entry(
                entry.topic(),
                entry.partition(),
                entry.offset(),
                entry.at(),
                entry.key(),
                entry.type(),
                fields,
                entry.headers(),
                entry.bytes(),
                entry.value());
    }

    static Entry saying(Entry entry, String bytes) {
        return new Entry(
                entry.topic(),
                entry.partition(),
                entry.offset() + 100,
                entry.at(),
                entry.key(),
                entry.type(),
                entry.fields(),
                entry.headers(),
                bytes,
                entry.value());
    }

    Documents documents() {
        return new Documents(List.of(registration), List.of(verification), List.of(), underWay, done);
    }

    Evidence evidence() {
        return new Evidence(log, sent, calls, documents(), progress, troubles, NOON.plus(Duration.ofDays(200)));
    }
}

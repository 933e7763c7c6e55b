package io.latchkey.infrastructure.inbox;

import io.latchkey.infrastructure.inbox.Message.Kind;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider of text messages and calls that only fills the inbox: {@code POST /sms} and {@code POST /calls} with
 * {@code {"idempotencyKey", "to", "text"}}, a call perhaps with an {@code "extension"}, answered with 202 and
 * {@code {"id"}}. A repeated key is answered the same and kept once; with another number or text it is refused with 409.
 * Further fields are ignored.
 */
final class PhoneSandbox {

    private final JsonMapper json;
    private final Inbox inbox;

    PhoneSandbox(JsonMapper json, Inbox inbox) {
        this.json = json;
        this.inbox = inbox;
    }

    Reply take(Kind kind, Request request) {
        try {
            return take(kind, json.readTree(request.body()));
        } catch (JacksonException _) {
            return Reply.refused(400, "The body is not JSON.");
        }
    }

    private Reply take(Kind kind, JsonNode body) {
        String key = body.path("idempotencyKey").asString("");
        String to = body.path("to").asString("");
        String extension = kind == Kind.CALL ? body.path("extension").asString("") : "";
        String text = body.path("text").asString("");
        if (key.isBlank() || to.isBlank() || text.isBlank()) {
            return Reply.refused(400, "idempotencyKey, to and text are needed.");
        }
        return inbox.take(kind, key, new Inbox.Number(to, extension), text)
                .map(message -> Reply.json(202, Map.of("id", message.id())))
                .orElseGet(() -> Reply.refused(409, "The idempotency key stands for another message."));
    }
}

package io.latchkey.infrastructure.inbox;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An SMS provider that only fills the inbox: {@code POST /sms} with {@code {"idempotencyKey", "to", "text"}}, answered
 * with 202 and {@code {"id"}}. A repeated key is answered the same and kept once; with another number or text it is
 * refused with 409. Further fields are ignored.
 */
final class SmsSandbox {

    private final JsonMapper json;
    private final Inbox inbox;

    SmsSandbox(JsonMapper json, Inbox inbox) {
        this.json = json;
        this.inbox = inbox;
    }

    Reply take(Request request) {
        try {
            return take(json.readTree(request.body()));
        } catch (JacksonException _) {
            return Reply.refused(400, "The body is not JSON.");
        }
    }

    private Reply take(JsonNode sms) {
        String key = sms.path("idempotencyKey").asString("");
        String to = sms.path("to").asString("");
        String text = sms.path("text").asString("");
        if (key.isBlank() || to.isBlank() || text.isBlank()) {
            return Reply.refused(400, "idempotencyKey, to and text are needed.");
        }
        return inbox.takeSms(key, to, text)
                .map(message -> Reply.json(202, Map.of("id", message.id())))
                .orElseGet(() -> Reply.refused(409, "The idempotency key stands for another message."));
    }
}

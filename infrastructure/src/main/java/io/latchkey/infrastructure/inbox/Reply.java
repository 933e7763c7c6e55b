package io.latchkey.infrastructure.inbox;

import java.util.Map;

/** @param body text as it is for HTML, otherwise a value to be written as JSON */
record Reply(int status, String type, Object body) {

    static Reply html(String page) {
        return new Reply(200, "text/html; charset=utf-8", page);
    }

    static Reply json(int status, Object body) {
        return new Reply(status, "application/json", body);
    }

    static Reply refused(int status, String reason) {
        return json(status, Map.of("error", reason));
    }
}

package io.latchkey.infrastructure.registry;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.function.Function;

/**
 * One operation.
 *
 * @param path its segments; those in braces stand for any one segment
 * @param answer what is sent back as JSON
 */
record Route(String method, List<String> path, Function<Request, Object> answer) {

    /** @param path such as {@code /subjects/{subject}} */
    static Route of(String method, String path, Function<Request, Object> answer) {
        return new Route(method, Request.segments(path), answer);
    }

    boolean fits(List<String> asked) {
        if (asked.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!path.get(i).startsWith("{") && !path.get(i).equals(asked.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** An answer that is JSON already. */
    record Raw(@JsonValue @JsonRawValue String json) {}
}

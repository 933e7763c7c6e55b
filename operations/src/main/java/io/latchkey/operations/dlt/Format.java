package io.latchkey.operations.dlt;

import tools.jackson.databind.json.JsonMapper;

/** How results are printed. */
enum Format {
    table,
    /** One object per line. */
    json;

    private static final JsonMapper JSON = new JsonMapper();

    static String json(Object fields) {
        return JSON.writeValueAsString(fields);
    }
}

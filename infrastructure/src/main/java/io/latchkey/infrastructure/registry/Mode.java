package io.latchkey.infrastructure.registry;

import java.util.Arrays;

/** Whether schemas may be registered. The other modes of this API serve migrations between registries. */
enum Mode {
    READWRITE,
    READONLY;

    static Mode of(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidMode(name));
    }
}

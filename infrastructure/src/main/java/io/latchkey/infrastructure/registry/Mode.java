package io.latchkey.infrastructure.registry;

/** Whether schemas may be registered. The other modes of this API serve migrations between registries. */
enum Mode {
    READWRITE,
    READONLY
}

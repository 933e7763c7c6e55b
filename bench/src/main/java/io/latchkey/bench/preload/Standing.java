package io.latchkey.bench.preload;

/** How far an account has come. */
enum Standing {
    /** Its directory has told of it; nothing else is known. */
    PROVISIONED,
    /** Its phone, that of the population, is registered and proven by a code. */
    PROVEN
}

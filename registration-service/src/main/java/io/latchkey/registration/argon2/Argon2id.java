package io.latchkey.registration.argon2;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What one hash costs.
 *
 * @param memory in KiB
 * @param passes over that memory
 */
record Argon2id(int memory, int passes, int lanes) {

    /** Version 1.3, the only one in use. */
    static final int VERSION = Argon2Parameters.ARGON2_VERSION_13;

    /** OWASP, Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane. */
    static final Argon2id CURRENT = new Argon2id(19_456, 2, 1);

    private static final int HASH_BYTES = 32;

    byte[] hash(byte[] secret, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(VERSION)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var hash = new byte[HASH_BYTES];
        generator.generateBytes(secret, hash);
        return hash;
    }
}

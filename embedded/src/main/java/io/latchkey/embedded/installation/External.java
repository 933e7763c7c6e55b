package io.latchkey.embedded.installation;

import org.jspecify.annotations.Nullable;

/** Real ones in the place of embedded parts; null for the embedded one. */
public record External(
        @Nullable String mongodb,
        @Nullable String bootstrapServers,
        @Nullable String schemaRegistry) {

    public static final External NONE = new External(null, null, null);

    /** A URI has a password in it. */
    @Override
    public String toString() {
        return "External";
    }
}

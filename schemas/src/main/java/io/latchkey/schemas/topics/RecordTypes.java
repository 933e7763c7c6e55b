package io.latchkey.schemas.topics;

import org.apache.avro.util.ClassSecurityValidator;

/** The generated classes of this module, as a whole. */
public final class RecordTypes {
    private static final String PACKAGE = "io.latchkey.schemas";

    static {
        var before = ClassSecurityValidator.getGlobal();
        ClassSecurityValidator.setGlobal(type -> type.getPackageName().equals(PACKAGE) || before.isTrusted(type));
    }

    private RecordTypes() {}

    /**
     * Lets Avro instantiate the generated classes, which it refuses by default since 1.12.2, and leaves what it trusts
     * otherwise as it was. To be called before records are read; calling it again changes nothing.
     */
    public static void trust() {
        // Done once, when the class is initialised.
    }
}

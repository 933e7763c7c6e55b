package io.latchkey.infrastructure.registry;

/** What the store's keys look like. A subject may hold any character, so it comes last. */
final class StoreKeys {

    static final String VERSION = "version/";
    static final String LEVEL = "level/";
    static final String MODE = "mode/";

    private StoreKeys() {}

    static String version(String subject, int version) {
        return VERSION + version + "/" + subject;
    }
}

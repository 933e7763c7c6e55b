package io.latchkey.infrastructure.registry;

/** An answer other than 2xx, with the code that clients of this API know. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final int code;

    private Refusal(int code, String message) {
        super(message, null, false, false);
        this.status = code < 1000 ? code : code / 100;
        this.code = code;
    }

    static Refusal notFound() {
        return new Refusal(404, "HTTP 404 Not Found");
    }

    static Refusal methodNotAllowed() {
        return new Refusal(405, "HTTP 405 Method Not Allowed");
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    static Refusal tooLarge() {
        return new Refusal(413, "The body is too large");
    }

    static Refusal incompatible(String subject, String why) {
        return new Refusal(409, "The schema is incompatible with an earlier one of " + subject + ": " + why);
    }

    static Refusal subjectNotFound(String subject) {
        return new Refusal(40401, "Subject '" + subject + "' not found.");
    }

    static Refusal versionNotFound(int version) {
        return new Refusal(40402, "Version " + version + " not found.");
    }

    static Refusal schemaNotFound() {
        return new Refusal(40403, "Schema not found");
    }

    static Refusal levelNotSet(String subject) {
        return new Refusal(40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static Refusal modeNotSet(String subject) {
        return new Refusal(40409, "Subject '" + subject + "' does not have subject-level mode configured");
    }

    static Refusal invalidSchema(String why) {
        return new Refusal(42201, "Invalid schema: " + why);
    }

    static Refusal invalidVersion(String version) {
        return new Refusal(42202, "The specified version '" + version + "' is not a valid version id.");
    }

    static Refusal invalidLevel(String level) {
        return new Refusal(42203, "Invalid compatibility level: " + level);
    }

    static Refusal invalidMode(String mode) {
        return new Refusal(42204, "Invalid mode: " + mode);
    }

    static Refusal readOnly(String subject) {
        return new Refusal(42205, "Subject " + subject + " is in read-only mode");
    }

    static Refusal storeFailed() {
        return new Refusal(50001, "Error in the backend data store");
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}

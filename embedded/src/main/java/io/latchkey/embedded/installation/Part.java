package io.latchkey.embedded.installation;

/** Whatever listens on a port. */
enum Part {
    REGISTRATION("registration service", 1),
    VERIFICATION("verification service", 2),
    NOTIFICATION("notification service", 3),
    DATABASE("database", 17),
    MAIL("mail server", 25),
    INBOX("inbox", 80),
    REGISTRY("schema registry", 81),
    BROKER("broker", 92),
    CONTROLLER("broker's controller", 93);

    private final String title;
    private final int offset;

    Part(String title, int offset) {
        this.title = title;
        this.offset = offset;
    }

    String title() {
        return title;
    }

    /** From the port base. */
    int offset() {
        return offset;
    }
}

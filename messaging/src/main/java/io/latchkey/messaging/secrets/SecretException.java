package io.latchkey.messaging.secrets;

import java.nio.file.Path;

/** A secret cannot be used. The message is one line that names the file and what to do, and never holds its content. */
public final class SecretException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Without a cause: those of parsers quote what they parsed. */
    SecretException(Path file, String whatToDo) {
        super(file + " " + whatToDo);
    }
}

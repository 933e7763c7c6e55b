package io.latchkey.operations;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** As the jar's manifest says. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Operations.class.getPackage().getImplementationVersion();
        return new String[] {
            "latchkey " + Objects.requireNonNullElse(version, "(not packaged)"), "Java " + Runtime.version()
        };
    }
}

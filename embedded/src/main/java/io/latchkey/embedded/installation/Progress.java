package io.latchkey.embedded.installation;

import java.io.PrintWriter;
import java.util.Locale;

/** Says what is going on, with the seconds since it began. */
public final class Progress {

    private final PrintWriter out;
    private final long began = System.nanoTime();

    public Progress(PrintWriter out) {
        this.out = out;
    }

    public void say(String line) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(), line);
        out.flush();
    }

    public double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }
}

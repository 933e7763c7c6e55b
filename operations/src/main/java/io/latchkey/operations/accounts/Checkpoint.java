package io.latchkey.operations.accounts;

import io.latchkey.operations.terminal.OperatorFailure;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What an import that was killed goes on from. It holds nothing of the accounts, but the key of the commands' ids, and is
 * for its owner's eyes only.
 *
 * @param events where the answers begin, by partition; empty where none are awaited
 * @param complete whether all lines are done
 */
record Checkpoint(
        String tenant,
        AccountFile file,
        BatchKey batch,
        Progress progress,
        TreeMap<Integer, Long> events,
        boolean complete) {

    Checkpoint at(Progress reached, boolean complete) {
        return new Checkpoint(tenant, file, batch, reached, events, complete);
    }

    /** With where the answers begin, unless that is known already. */
    Checkpoint following(Supplier<TreeMap<Integer, Long>> ends) {
        return events.isEmpty() ? new Checkpoint(tenant, file, batch, progress, ends.get(), complete) : this;
    }

    boolean isOf(String tenant, AccountFile file) {
        return this.tenant.equals(tenant) && this.file.equals(file);
    }

    /** @throws OperatorFailure if there is one that cannot be read */
    static Optional<Checkpoint> read(AccountFile file) {
        var path = file.checkpoint();
        try {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(path)));
            return Optional.of(of(file.path(), properties));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new OperatorFailure(
                    path + " is no checkpoint that can be read (" + e.getClass().getSimpleName()
                            + "): --restart begins anew",
                    e);
        }
    }

    private static Checkpoint of(Path path, Properties from) {
        var events = new TreeMap<Integer, Long>();
        from.stringPropertyNames().stream()
                .filter(name -> name.startsWith(EVENTS))
                .forEach(name -> events.put(Integer.valueOf(name.substring(EVENTS.length())), number(from, name)));
        return new Checkpoint(
                text(from, "tenant"),
                new AccountFile(path, number(from, "size"), text(from, "beginning")),
                BatchKey.parse(text(from, "batch")),
                new Progress(
                        number(from, "offset"),
                        number(from, "line"),
                        number(from, "accounts"),
                        number(from, "commands"),
                        number(from, "bad"),
                        number(from, "rejected")),
                events,
                Boolean.parseBoolean(text(from, "complete")));
    }

    private static final String EVENTS = "events.";

    private static String text(Properties from, String name) {
        var value = from.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static long number(Properties from, String name) {
        return Long.parseLong(text(from, name));
    }

    /**
     * In place of the one before, at once: whoever reads it finds either.
     *
     * @throws OperatorFailure if it cannot be written
     */
    void write() {
        var path = file.checkpoint();
        var fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (var channel = Files.newByteChannel(
                    fresh,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                channel.write(ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8)));
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new OperatorFailure(
                    path + " cannot be written (" + e.getClass().getSimpleName()
                            + "): an import needs it to go on after it was stopped",
                    e);
        }
    }

    private String text() throws IOException {
        var to = new Properties();
        to.setProperty("tenant", tenant);
        to.setProperty("size", Long.toString(file.size()));
        to.setProperty("beginning", file.beginning());
        to.setProperty("batch", batch.hex());
        to.setProperty("offset", Long.toString(progress.offset()));
        to.setProperty("line", Long.toString(progress.line()));
        to.setProperty("accounts", Long.toString(progress.accounts()));
        to.setProperty("commands", Long.toString(progress.commands()));
        to.setProperty("bad", Long.toString(progress.bad()));
        to.setProperty("rejected", Long.toString(progress.rejected()));
        to.setProperty("complete", Boolean.toString(complete));
        events.forEach((partition, offset) -> to.setProperty(EVENTS + partition, Long.toString(offset)));
        var text = new StringWriter();
        to.store(text, "How far latchkey accounts import has come. Keep it to yourself: the batch key is in it.");
        return text.toString();
    }
}

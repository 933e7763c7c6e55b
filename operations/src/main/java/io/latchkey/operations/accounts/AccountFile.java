package io.latchkey.operations.accounts;

import io.latchkey.operations.terminal.OperatorFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of accounts, told from another of the same name.
 *
 * @param size in bytes
 * @param beginning SHA-256 of its first 64 KiB
 */
record AccountFile(Path path, long size, String beginning) {

    private static final int BEGINNING = 64 * 1024;

    /** @throws OperatorFailure if it cannot be read */
    static AccountFile of(Path path) {
        try (var in = Files.newInputStream(path)) {
            return new AccountFile(path, Files.size(path), sha256(in.readNBytes(BEGINNING)));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    static OperatorFailure unreadable(Path path, IOException e) {
        return new OperatorFailure(
                path + " cannot be read (" + e.getClass().getSimpleName() + "): it must be a file that you may read",
                e);
    }

    /** Where the import keeps how far it has come. */
    Path checkpoint() {
        return path.resolveSibling(path.getFileName() + ".latchkey-import");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.latchkey.infrastructure.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/** The file in which the database keeps everything. */
final class StoreFile {

    /** Small, since a write of one document writes its page anew. */
    private static final int PAGE_BYTES = 4096;

    private StoreFile() {}

    /** Nothing is written but by a commit of {@link DurableBackend}: the store's own timer would write half a command. */
    static MVStore open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + file.getParent(), e);
        }
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .pageSplitSize(PAGE_BYTES)
                .open();
        store.setVersionsToKeep(0);
        store.setRetentionTime(0);
        Upgrade.of(store);
        return store;
    }
}

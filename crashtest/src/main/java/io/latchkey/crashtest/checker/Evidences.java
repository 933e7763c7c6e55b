package io.latchkey.crashtest.checker;

import java.util.List;

/** Gathers what can be read of an installation. */
public final class Evidences implements AutoCloseable {

    private final LogReader log;
    private final DocumentReader documents;
    private final ProgressReader progress;

    /** @param prefix of the topics */
    public Evidences(String bootstrapServers, String schemaRegistry, String mongodb, String prefix) {
        this.log = new LogReader(bootstrapServers, prefix, new Decoding(new Registry(schemaRegistry)));
        this.documents = new DocumentReader(mongodb);
        this.progress = new ProgressReader(bootstrapServers, prefix, documents);
    }

    public List<Entry> log() {
        return log.read();
    }

    public DocumentReader documents() {
        return documents;
    }

    public List<Progress> progress() {
        return progress.read();
    }

    public boolean caughtUp() {
        return progress().stream().noneMatch(Progress::behind);
    }

    @Override
    public void close() {
        progress.close();
        documents.close();
    }
}

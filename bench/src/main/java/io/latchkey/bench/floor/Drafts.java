package io.latchkey.bench.floor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The documents of a batch: loaded at once, changed in any order, written at once. */
final class Drafts {

    private final Documents documents;
    private final Map<String, Document> loaded;
    private final Map<String, Document> changed = new LinkedHashMap<>();

    private Drafts(Documents documents, Map<String, Document> loaded) {
        this.documents = documents;
        this.loaded = loaded;
    }

    static Drafts load(Documents documents, Collection<Input> inputs) {
        return new Drafts(documents, documents.find(Input.accounts(inputs)));
    }

    /** @throws IllegalStateException where there is none: the floor knows accounts that were preloaded */
    Document of(Input input) {
        var document = loaded.get(input.account());
        if (document == null) {
            throw new IllegalStateException("an account is not known");
        }
        return document;
    }

    void change(Input input) {
        changed.put(input.account(), of(input));
    }

    /** Those that were changed, as they are now. */
    Collection<Document> write() {
        documents.replace(changed.values());
        return List.copyOf(changed.values());
    }
}

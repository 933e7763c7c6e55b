package io.latchkey.infrastructure.database;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Brings a file that kept documents as objects to where they are BSON: all of it in one commit, so that a kill does no harm. Until
 * then the memory holds what is converted.
 */
final class Upgrade {

    /** Of files that keep documents as BSON, with indexes in the order of their values. */
    private static final int VERSION = 1;

    private static final String FRESH = "upgrade.";
    private static final String SIZES = "meta.";

    private Upgrade() {}

    static void of(MVStore store) {
        if (store.getStoreVersion() < VERSION) {
            List.copyOf(store.getMapNames()).forEach(name -> upgrade(store, name));
            store.setStoreVersion(VERSION);
            store.commit();
        }
    }

    /** An index that is not there is made of the documents when its collection is opened. */
    private static void upgrade(MVStore store, String name) {
        if (name.startsWith(Maps.DOCUMENTS)) {
            documents(store, name);
        } else if (name.startsWith(SIZES) || name.contains(Maps.INDEX)) {
            store.removeMap(name);
        }
    }

    private static void documents(MVStore store, String name) {
        MVMap<Object, Document> old = store.openMap(name);
        MVMap<KeyValue, byte[]> fresh = Maps.open(store, FRESH + name);
        old.forEach((id, document) -> fresh.put(Maps.position(id), Maps.encode(document)));
        store.removeMap(old);
        store.renameMap(fresh, name);
    }
}

package io.latchkey.simulation.world;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.notification.delivery.Erasure;
import io.latchkey.notification.delivery.Notification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What happened in a run, as far as it can be seen from outside the services; what the invariants are checked on. */
public final class Facts {

    private final List<Appended> appended = new ArrayList<>();
    private final List<Intent> intents = new ArrayList<>();
    private final List<Stage> notifications = new ArrayList<>();
    private final List<Decided<?, ?, ?>> decided = new ArrayList<>();
    private final List<String> thrown = new ArrayList<>();
    private final Set<Service> restored = EnumSet.noneOf(Service.class);
    private final Map<Service, Set<String>> perhapsLost = new EnumMap<>(Service.class);
    private final Tellings tellings = new Tellings();
    private List<String> staleBeforeSweep = List.of();
    private boolean rested;

    /** @param value null where it is no record of the catalogue */
    public record Appended(InputRecord record, @Nullable SpecificRecord value, String by) {}

    /**
     * A command that a portal had acknowledged.
     *
     * @param content equal for equal contents
     */
    public record Intent(UUID commandId, AggregateKey account, String content, InputRecord record) {}

    void appended(Appended record) {
        appended.add(record);
    }

    public List<Appended> appended() {
        return appended;
    }

    void intended(Intent intent) {
        intents.add(intent);
    }

    public List<Intent> intents() {
        return intents;
    }

    /**
     * A state of a notification as it was stored.
     *
     * @param ended whether an end of it was archived before: it is a repeat, and withdrawn before any call
     * @param erasure of its account, as it was known then; null for none
     */
    public record Stage(
            Notification notification,
            boolean ended,
            @Nullable Erasure erasure) {}

    void changed(Stage stage) {
        notifications.add(stage);
    }

    /** Every state of every notification, in the order in which they were stored. */
    public List<Stage> notifications() {
        return notifications;
    }

    void decided(Decided<?, ?, ?> decision) {
        decided.add(decision);
    }

    /** Every decision that an instance made, whether it was ever written or not. */
    public List<Decided<?, ?, ?>> decided() {
        return decided;
    }

    void threw(String what) {
        thrown.add(what);
    }

    /** What no step may throw. */
    public List<String> thrown() {
        return thrown;
    }

    void restored(Service service) {
        restored.add(service);
    }

    /** Whether the database of the service was ever restored from an older copy. */
    public boolean wasRestored(Service service) {
        return restored.contains(service);
    }

    void perhapsLost(Service reader, Collection<InputRecord> records) {
        var lost = perhapsLost.computeIfAbsent(reader, any -> new HashSet<>());
        records.forEach(record -> lost.add(place(record)));
    }

    /** Whether the record was gone from the log before the service is known to have read it. */
    public boolean perhapsLost(Service reader, InputRecord record) {
        return perhapsLost.getOrDefault(reader, Set.of()).contains(place(record));
    }

    /** Whether any record was. */
    public boolean perhapsLostAny(Service reader) {
        return !perhapsLost.getOrDefault(reader, Set.of()).isEmpty();
    }

    private static String place(InputRecord record) {
        return record.partition().id() + "@" + record.offset();
    }

    /** What was told on compacted topics. */
    public Tellings tellings() {
        return tellings;
    }

    void staleBeforeSweep(List<String> stale) {
        staleBeforeSweep = stale;
    }

    /** Compacted values that were not the state when all had come to rest and nobody had swept, and should have been. */
    public List<String> staleBeforeSweep() {
        return staleBeforeSweep;
    }

    void rested(boolean came) {
        rested = came;
    }

    /** Whether everything came to rest when all was healed. */
    public boolean rested() {
        return rested;
    }
}

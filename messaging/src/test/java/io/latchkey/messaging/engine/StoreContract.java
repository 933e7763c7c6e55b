package io.latchkey.messaging.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.messaging.engine.AggregateDocument.Fate;
import io.latchkey.messaging.engine.AggregateDocument.Pending;
import io.latchkey.messaging.engine.AggregateDocument.Recent;
import io.latchkey.messaging.engine.AggregateDocument.Seen;
import io.latchkey.messaging.engine.Store.Skipped;
import io.latchkey.messaging.engine.Store.Swept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the engine's promise rests on; every store passes it. */
public interface StoreContract {

    Instant EPOCH = Instant.parse("2026-01-01T00:00:00.123Z");

    /** A store with nothing in it, for accounts and tenants, whose numbers are personal. */
    Store<Long> store();

    static AggregateDocument<Long> document(String key, long version, @Nullable Long state) {
        return new AggregateDocument<>(
                key,
                version,
                EPOCH,
                EPOCH,
                state,
                state == null ? 0 : 1,
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                null);
    }

    @Test
    default void aDocumentThatWasNeverWrittenIsAbsent() {
        assertThat(store().load(Set.of("acme/ann"))).isEmpty();
    }

    @Test
    default void whatWasWrittenIsLoadedWhole() {
        var store = store();
        var output = new OutputRecord("a.b.c", new byte[] {1}, new byte[] {2, 3}, List.of(Header.of("h.1", "v")));
        var document = new AggregateDocument<>(
                "acme/a.n$n",
                1,
                EPOCH,
                EPOCH.plusMillis(5),
                7L,
                2,
                Map.of("p-0", 12L),
                List.of(
                        new Pending(new UUID(1, 1), "p-0", 12, output),
                        new Pending(new UUID(1, 2), "p-0", 12, output, "key-1")),
                Map.of("a.b.c", 4L),
                Map.of("x.y", new Seen(EPOCH, 3, Set.of(2L), Set.of(1L))),
                Stream.of(Fate.values())
                        .map(fate -> new Recent(new UUID(2, fate.ordinal()), new byte[] {9}, EPOCH, true, fate))
                        .toList(),
                null);

        assertThat(store.write(List.of(document))).isEmpty();

        assertThat(store.load(Set.of("acme/a.n$n")).get("acme/a.n$n"))
                .usingRecursiveComparison()
                .ignoringFields("attachment")
                .isEqualTo(document);
    }

    @Test
    default void aStaleVersionLosesItsRaceAndTheOthersOfTheBatchWin() {
        var store = store();
        store.write(List.of(document("acme/ann", 1, 1L), document("acme/bob", 1, 1L)));

        var lost = store.write(
                List.of(document("acme/ann", 1, 2L), document("acme/bob", 2, 2L), document("acme/cyd", 1, 2L)));

        assertThat(lost).containsExactly("acme/ann");
        assertThat(states(store))
                .containsExactlyInAnyOrderEntriesOf(Map.of("acme/ann", 1L, "acme/bob", 2L, "acme/cyd", 2L));
    }

    @Test
    default void aVersionFromTheFutureLosesItsRaceToo() {
        var store = store();
        store.write(List.of(document("acme/ann", 1, 1L)));

        assertThat(store.write(List.of(document("acme/ann", 3, 3L)))).containsExactly("acme/ann");
        assertThat(states(store)).isEqualTo(Map.of("acme/ann", 1L));
    }

    @Test
    default void aDocumentMayHaveNoState() {
        var store = store();
        store.write(List.of(document("acme/ann", 1, null)));

        assertThat(store.load(Set.of("acme/ann")).get("acme/ann"))
                .extracting(AggregateDocument::state)
                .isNull();
    }

    @Test
    default void documentsWithAndWithoutAStateAreLoadedTogether() {
        var store = store();
        store.write(List.of(document("acme/ann", 1, 1L), document("acme/bob", 1, null)));

        assertThat(store.load(Set.of("acme/ann", "acme/bob"))).hasSize(2);
    }

    @Test
    default void versionsAreThoseStoredAndThatOfNothingIsAbsent() {
        var store = store();
        store.write(List.of(document("acme/ann", 1, 1L), document("acme/bob", 1, 1L)));
        store.write(List.of(document("acme/ann", 2, 2L)));

        assertThat(store.versions(Set.of("acme/ann", "acme/cyd"))).isEqualTo(Map.of("acme/ann", 2L));
    }

    @Test
    default void tenantsAreKeptBesideAccounts() {
        var store = store();
        var both = Set.of("acme", "acme/ann");
        assertThat(store.write(List.of(document("acme", 1, 1L), document("acme/ann", 1, 2L))))
                .isEmpty();

        assertThat(store.write(List.of(document("acme", 2, 3L), document("acme/ann", 1, 4L))))
                .containsExactly("acme/ann");

        assertThat(store.load(both)).containsOnlyKeys(both);
        assertThat(store.load(both).get("acme"))
                .extracting(AggregateDocument::state)
                .isEqualTo(3L);
        assertThat(store.versions(both)).isEqualTo(Map.of("acme", 2L, "acme/ann", 1L));
    }

    @Test
    default void aStateIsKeptUnderAKeyThatTheNextWriteKeeps() {
        var store = store();
        store.write(List.of(document("acme/ann", 1, 1L), document("acme/bob", 1, 1L)));
        var key = keyId(store, "acme/ann");

        store.write(List.of(stored(store, "acme/ann").with(2, List.of())));

        assertThat(keyId(store, "acme/ann")).isEqualTo(key).isNotEqualTo(keyId(store, "acme/bob"));
    }

    @Test
    default void aDocumentWithoutAStateNamesNoKeyAndTheNextStateHasAnotherOne() {
        var store = store();
        store.write(List.of(document("acme/ann", 1, 1L)));
        var key = keyId(store, "acme/ann");
        store.write(List.of(document("acme/ann", 2, null)));
        assertThat(stored(store, "acme/ann").attachment()).isNull();

        store.destroy(Set.of(key));
        store.write(List.of(document("acme/ann", 3, 3L)));
        store.destroy(Set.of(key));

        assertThat(keyId(store, "acme/ann")).isNotEqualTo(key);
        assertThat(stored(store, "acme/ann").state()).isEqualTo(3);
    }

    @Test
    default void whatIsSealedUnderADestroyedKeyIsNotRead() {
        var store = store();
        store.write(List.of(document("acme/ann", 1, 1L)));
        store.destroy(Set.of(keyId(store, "acme/ann")));

        assertThatExceptionOfType(OutageException.class).isThrownBy(() -> store.load(Set.of("acme/ann")));
    }

    private static AggregateDocument<Long> stored(Store<Long> store, String key) {
        return Objects.requireNonNull(store.load(Set.of(key)).get(key));
    }

    private static String keyId(Store<Long> store, String key) {
        return Objects.requireNonNull(stored(store, key).attachment()).keyId();
    }

    @Test
    default void aWatermarkIsNeverLowered() {
        var store = store();
        store.raise(Map.of("p-0", 10L, "p-1", 1L));
        store.raise(Map.of("p-0", 5L, "p-1", 2L));

        assertThat(store.progress())
                .isEqualTo(new Store.Progress(Map.of("p-0", 10L, "p-1", 2L), Map.of(), Instant.EPOCH));
    }

    @Test
    default void whatWasSkippedIsRememberedBesideTheWatermarkThatItRaises() {
        var store = store();
        store.raise(Map.of("p-0", 3L));
        store.skip("p-0", 3, 7);
        store.skip("p-0", 4, 5);

        assertThat(store.progress())
                .isEqualTo(new Store.Progress(Map.of("p-0", 7L), Map.of("p-0", new Skipped(3, 7)), Instant.EPOCH));
    }

    @Test
    default void aRestoreIsRememberedBesideTheWatermarks() {
        var store = store();
        store.raise(Map.of("p-0", 10L));
        store.restored(EPOCH);

        assertThat(store.progress()).isEqualTo(new Store.Progress(Map.of("p-0", 10L), Map.of(), EPOCH));
    }

    @Test
    default void allThatIsPendingIsHandedOverOfAggregatesThatAPartitionLeftSomethingIn() {
        var store = store();
        var output = new OutputRecord("t", null, null, List.of());
        var here = new Pending(new UUID(1, 1), "p-0", 5, output);
        var later = new Pending(new UUID(1, 2), "p-1", 1, output);
        store.write(List.of(pending("acme/ann", here, later), pending("acme/bob", later)));

        assertThat(stranded(store, "p-0", 4)).containsExactly(List.of(here, later));
        assertThat(stranded(store, "p-0", 5)).isEmpty();
    }

    private static AggregateDocument<Long> pending(String key, Pending... pending) {
        return document(key, 1, 1L).with(1, List.of(pending));
    }

    private static List<List<Pending>> stranded(Store<Long> store, String partition, long beyond) {
        var found = new ArrayList<List<Pending>>();
        store.eachStranded(partition, beyond, found::add);
        return found;
    }

    @Test
    default void pagesHoldEveryDocumentOfAccountsAndTenantsOnce() {
        var store = store();
        var keys = Set.of("acme", "acme/ann", "acme/bob", "umbrella", "umbrella/cyd");
        store.write(keys.stream().map(key -> document(key, 1, 1L)).toList());

        for (int size = 1; size <= 6; size++) {
            assertThat(visited(store, size)).as("pages of %d", size).containsExactlyInAnyOrderElementsOf(keys);
        }
        assertThat(store.estimatedSize()).isEqualTo(5);
    }

    private static List<String> visited(Store<Long> store, int size) {
        var visited = new ArrayList<String>();
        List<AggregateDocument<Long>> page;
        do {
            page = store.page(visited.isEmpty() ? null : visited.getLast(), size);
            page.forEach(document -> visited.add(document.key()));
        } while (page.size() == size);
        return visited;
    }

    @Test
    default void nothingIsLeftOfACollectedDocumentAndOneThatHasMovedIsNotCollected() {
        var store = store();
        var keys = Set.of("acme", "acme/ann", "acme/bob", "acme/cyd");
        store.write(keys.stream().map(key -> document(key, 1, null)).toList());
        store.write(List.of(document("acme/bob", 2, 2L)));

        store.collect(Map.of("acme", 1L, "acme/ann", 1L, "acme/bob", 1L, "acme/dan", 1L));

        assertThat(store.load(keys)).containsOnlyKeys("acme/bob", "acme/cyd");
    }

    @Test
    default void theSweepsPlaceIsRememberedBesideTheWatermarks() {
        var store = store();
        assertThat(store.swept()).isEqualTo(Swept.NEVER);
        store.raise(Map.of("p-0", 3L));

        store.swept(new Swept("acme/ann", EPOCH));
        assertThat(store.swept()).isEqualTo(new Swept("acme/ann", EPOCH));
        store.swept(new Swept(null, EPOCH));

        assertThat(store.swept()).isEqualTo(new Swept(null, EPOCH));
        assertThat(store.progress().delivered()).isEqualTo(Map.of("p-0", 3L));
    }

    @Test
    default void aDocumentThatIsGoneIsWrittenAnewUnderItsNextVersion() {
        var store = store();

        assertThat(store.write(List.of(document("acme/ann", 3, 3L)))).isEmpty();
        assertThat(states(store)).isEqualTo(Map.of("acme/ann", 3L));
    }

    private static Map<String, Long> states(Store<Long> store) {
        return store.load(Set.of("acme/ann", "acme/bob", "acme/cyd")).values().stream()
                .collect(
                        Collectors.toMap(AggregateDocument::key, document -> Objects.requireNonNull(document.state())));
    }
}

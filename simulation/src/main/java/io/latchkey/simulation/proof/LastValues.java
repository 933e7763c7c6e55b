package io.latchkey.simulation.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.kafka.ValueOrder;
import io.latchkey.simulation.world.Compacted;
import io.latchkey.simulation.world.Compacted.Stale;
import io.latchkey.simulation.world.Facts;
import io.latchkey.simulation.world.Service;
import io.latchkey.simulation.world.Tellings.Told;
import io.latchkey.simulation.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The last value of every aggregate on a compacted topic is what is stored: after a sweep whatever has happened, and without
 * one where its teller compared it, no database was restored and no log lost. Whoever compares epoch and sequence believes
 * that very value.
 */
final class LastValues implements Invariant {

    @Override
    public Stream<String> violations(World world, Story story) {
        var facts = world.facts();
        var swept = new Compacted(world).stale().map(Stale::what);
        var before = excused(facts) ? Stream.<String>of() : facts.staleBeforeSweep().stream();
        var believed = facts.wasRestored(Service.REGISTRATION) ? Stream.<String>of() : otherwiseBelieved(facts);
        return Stream.of(swept.map(what -> "after a sweep " + what), before, believed)
                .flatMap(all -> all);
    }

    /** What is read again is told again; what a restore has undone and the log has lost, a sweep tells. */
    private static boolean excused(Facts facts) {
        return facts.wasRestored(Service.REGISTRATION) || facts.perhapsLostAny(Service.REGISTRATION);
    }

    private static Stream<String> otherwiseBelieved(Facts facts) {
        return facts.tellings().byKey().values().stream()
                .filter(told -> believed(told) != told.getLast())
                .map(told -> "whoever compares believes " + believed(told).record() + " and not the last value, "
                        + told.getLast().record());
    }

    /** Of two that are equally new, the later one. */
    private static Told believed(List<Told> all) {
        return all.stream()
                .reduce((known, told) -> order(told).compareTo(order(known)) < 0 ? known : told)
                .orElseThrow();
    }

    /** Every value says it in its headers, as tombstones must. */
    private static ValueOrder order(Told told) {
        var epoch = Instant.ofEpochMilli(number(told, ValueOrder.EPOCH));
        return new ValueOrder(epoch, number(told, ValueOrder.SEQUENCE));
    }

    private static long number(Told told, String name) {
        var header = Objects.requireNonNull(told.record().header(name), name);
        return Long.parseLong(new String(header.value(), UTF_8));
    }
}

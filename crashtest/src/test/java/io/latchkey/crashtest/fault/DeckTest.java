package io.latchkey.crashtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.crashtest.fault.Deck.Planned;
import io.latchkey.crashtest.fault.Fault.Halt;
import io.latchkey.crashtest.process.Service;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeckTest {

    private static final Duration LOAD = Duration.ofSeconds(20);

    @Test
    void oneSeedDealsTheSameFaultsAtTheSameTimes() {
        assertThat(rounds(new Deck(7, LOAD), 12)).isEqualTo(rounds(new Deck(7, LOAD), 12));
        assertThat(rounds(new Deck(7, LOAD), 12)).isNotEqualTo(rounds(new Deck(8, LOAD), 12));
    }

    @Test
    void fiveRoundsMeetEveryPointOfEveryService() {
        var met = rounds(new Deck(7, LOAD), 5).stream()
                .map(Planned::fault)
                .filter(Halt.class::isInstance)
                .map(Fault::title)
                .collect(Collectors.toSet());

        var all = new HashSet<String>();
        for (var service : Service.values()) {
            for (var point : HaltingPoint.values()) {
                if (point.existsIn(service)) {
                    all.add(new Halt(service, 1, point, 1).title());
                }
            }
        }
        assertThat(met).isEqualTo(all);
    }

    @Test
    void whatDidNotHappenComesUpFirst() {
        var deck = new Deck(7, LOAD);
        var missed = new Halt(Service.NOTIFICATION, 1, HaltingPoint.BEFORE_ARCHIVE, 1);

        deck.putBack(List.of(missed));

        assertThat(halts(deck.deal()).getFirst().title()).isEqualTo(missed.title());
    }

    @Test
    void everythingIsBegunBeforeTheLoadEnds() {
        assertThat(rounds(new Deck(7, LOAD), 12))
                .allSatisfy(planned -> assertThat(planned.at()).isLessThan(LOAD));
    }

    private static List<Halt> halts(List<Planned> plan) {
        return plan.stream()
                .map(Planned::fault)
                .filter(Halt.class::isInstance)
                .map(Halt.class::cast)
                .toList();
    }

    private static List<Planned> rounds(Deck deck, int count) {
        return IntStream.range(0, count)
                .mapToObj(round -> deck.deal())
                .flatMap(List::stream)
                .toList();
    }
}

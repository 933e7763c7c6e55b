package io.latchkey.bench.floor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.infrastructure.process.Child;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/**
 * Says {@code @ ready} when everything polls, then takes orders from its standard input, a line each,
 * and ends with it:
 *
 * <ul>
 *   <li>{@code preload FROM TO}: inserts the accounts of {@link io.latchkey.bench.work.Population} from FROM to TO - 1;
 *       answers {@code @ done};
 *   <li>{@code count}: answers {@code @ writes name=count …}, since the start and without what was preloaded: documents
 *       written per collection, those deleted as {@code notifications.deleted}, updates of watermarks as {@code watermarks},
 *       and records sent per topic under its stem, such as {@code registration.events}. What did not occur is left out.
 * </ul>
 */
record Orders(Floor floor) {

    /** Returns when nobody gives orders any more. */
    void obey() throws IOException {
        answer("ready");
        var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            answer(obey(order.split(" ")));
        }
    }

    private String obey(String[] order) {
        return switch (order[0]) {
            case "preload" -> {
                floor.preload(Integer.parseInt(order[1]), Integer.parseInt(order[2]));
                yield "done";
            }
            case "count" -> "writes " + floor.tally().line();
            default -> throw new IllegalArgumentException(order[0]);
        };
    }

    private static void answer(String answer) {
        System.out.println(Child.ANSWER + " " + answer);
        System.out.flush();
    }
}

package io.latchkey.simulation.world;

import java.util.ArrayList;
import java.util.List;

/** What was sent and reported lost, and arrives all the same. Of one producer, in the order in which it was sent. */
final class Late {

    private final List<Item> items = new ArrayList<>();

    private record Item(Service service, String sender, Port port, Runnable part) {}

    void add(Node sender, Port port, List<Runnable> parts) {
        parts.forEach(part -> items.add(new Item(sender.service(), sender.run(), port, part)));
    }

    /** @return whether there was something */
    boolean arrive(int index) {
        if (items.isEmpty()) {
            return false;
        }
        arrive(first(items.get(index % items.size())));
        return true;
    }

    void allArrive() {
        while (!items.isEmpty()) {
            arrive(items.getFirst());
        }
    }

    /** A producer sends nothing new past what it still has. */
    void flush(Node sender) {
        List.copyOf(items).stream()
                .filter(item -> item.port() == Port.PRODUCE && item.sender().equals(sender.run()))
                .forEach(this::arrive);
    }

    /** The database that it was sent to is another now. */
    void forget(Service service) {
        items.removeIf(item -> item.service() == service && item.port().part() == Port.Part.DATABASE);
    }

    private Item first(Item chosen) {
        return chosen.port() != Port.PRODUCE
                ? chosen
                : items.stream()
                        .filter(item ->
                                item.port() == Port.PRODUCE && item.sender().equals(chosen.sender()))
                        .findFirst()
                        .orElse(chosen);
    }

    private void arrive(Item item) {
        items.removeIf(other -> other == item);
        item.part().run();
    }
}

package io.latchkey.crashtest.load;

import io.latchkey.crashtest.checker.Sent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What was sent, what the broker acknowledged, and every personal value that was used. */
public final class Ledger {

    private final AtomicInteger next = new AtomicInteger();
    private final Map<Integer, Sent> sent = new ConcurrentHashMap<>();
    private final Collection<String> numbers = new ConcurrentLinkedQueue<>();

    /** @return under which it is to be acknowledged */
    int sending(Sent record) {
        int number = next.incrementAndGet();
        sent.put(number, record);
        return number;
    }

    void acknowledged(int number) {
        sent.computeIfPresent(
                number, (any, it) -> new Sent(it.kind(), it.commandId(), it.topic(), it.key(), it.value(), true));
    }

    void uses(String nationalDigits) {
        numbers.add(nationalDigits);
    }

    public List<Sent> sent() {
        var numbered = new ArrayList<>(sent.entrySet());
        numbered.sort(Comparator.comparing(Map.Entry::getKey));
        return numbered.stream().map(Map.Entry::getValue).toList();
    }

    /** Commands, copies not counted. */
    public long commands() {
        return sent.values().stream()
                .filter(one -> one.kind() == Sent.Kind.COMMAND || one.kind() == Sent.Kind.REUSED_ID)
                .count();
    }

    public long of(Sent.Kind kind) {
        return sent.values().stream().filter(one -> one.kind() == kind).count();
    }

    /** Without country code and trunk prefix. */
    public List<String> numbers() {
        return List.copyOf(numbers);
    }
}

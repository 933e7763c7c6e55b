package io.latchkey.verification.code;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The codes sent for an account. They are its own and not its methods', so that registering again does not forget them.
 *
 * @param lastNumber the running number of the newest code; people tell by it which of two messages counts
 * @param lately oldest first; as far back as the limits look
 */
public record Sends(int lastNumber, List<Send> lately) {

    static final Sends NONE = new Sends(0, List.of());

    public Sends {
        lately = List.copyOf(lately);
    }

    /** When codes were sent for the kind of method. */
    List<Instant> of(MethodKind kind) {
        return times(send -> send.kind() == kind);
    }

    /** When codes were sent to the very same destination that still wait for an answer. */
    List<Instant> unanswered(Method method) {
        return times(send -> send.to(method) && !send.answered());
    }

    Sends answered(Method method) {
        return new Sends(
                lastNumber,
                lately.stream()
                        .map(send -> send.to(method) ? send.answer() : send)
                        .toList());
    }

    Sends and(Send send, Duration window) {
        var remembered = new ArrayList<>(lately);
        remembered.removeIf(earlier -> !Windows.holds(earlier.at(), window, send.at()));
        remembered.add(send);
        return new Sends(lastNumber, remembered);
    }

    Sends numbered() {
        return new Sends(lastNumber + 1, lately);
    }

    private List<Instant> times(Predicate<Send> which) {
        return lately.stream().filter(which).map(Send::at).toList();
    }
}

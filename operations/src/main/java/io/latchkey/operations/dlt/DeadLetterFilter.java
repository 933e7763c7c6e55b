package io.latchkey.operations.dlt;

import java.time.Instant;
import java.util.Optional;

/** Each that is given must match. {@code since} is when the record became a dead letter. */
record DeadLetterFilter(
        Optional<String> service,
        Optional<String> topic,
        Optional<String> reason,
        Optional<Instant> since,
        Optional<String> key) {

    boolean matches(DeadLetter letter) {
        return service.filter(name -> !name.equals(letter.service())).isEmpty()
                && topic.filter(name -> !name.equals(letter.topic())).isEmpty()
                && reason.filter(name -> !name.equals(letter.reason())).isEmpty()
                && since.filter(time -> letter.place().time().isBefore(time)).isEmpty()
                && key.filter(name -> !name.equals(letter.key())).isEmpty();
    }

    /** Whether a topic's dead letters need not be read at all. */
    boolean excludes(String original) {
        return topic.isPresent() && !topic.get().equals(original);
    }
}

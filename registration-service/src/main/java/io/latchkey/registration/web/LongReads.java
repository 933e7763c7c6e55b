package io.latchkey.registration.web;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Reads of whole tenants: a few at a time, so that the short ones do not wait for them. */
@Component
class LongReads {

    private final Semaphore places;

    LongReads(ReadProperties properties) {
        places = new Semaphore(Math.max(1, properties.connections() / 2));
    }

    /** What reads, and may write what it read to the caller. */
    interface Read<T> {

        T read() throws IOException;
    }

    <T> T take(Read<T> read) throws IOException {
        if (!places.tryAcquire()) {
            throw new ProblemException(ProblemKind.BUSY, Problems.SOON);
        }
        try {
            return read.read();
        } finally {
            places.release();
        }
    }
}

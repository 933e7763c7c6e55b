package io.latchkey.embedded.demo;

import io.latchkey.embedded.installation.External;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** On the embedded parts; on the database named in {@code LATCHKEY_TEST_MONGODB_URI} instead of the embedded one, if any. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTest implements Journey {

    private Performer performer;

    @BeforeAll
    void start() {
        performer = Performer.on(new External(System.getenv("LATCHKEY_TEST_MONGODB_URI"), null, null));
    }

    @Override
    public Portal portal() {
        return performer.portal();
    }

    @Override
    public Inbox inbox() {
        return performer.inbox();
    }

    @AfterAll
    void stop() throws InterruptedException {
        performer.close();
    }
}

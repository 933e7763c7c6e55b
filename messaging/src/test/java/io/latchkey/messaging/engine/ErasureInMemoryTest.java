package io.latchkey.messaging.engine;

class ErasureInMemoryTest extends ErasureContract {

    @Override
    Store<Long> store() {
        return new InMemoryStore<>();
    }
}

package io.latchkey.messaging.engine;

class InMemoryStoreTest implements StoreContract {

    @Override
    public Store<Long> store() {
        return new InMemoryStore<>();
    }
}

package io.latchkey.infrastructure.process;

/** The database, as far as it can be taken away and given back. */
public interface Database {

    /** Without a database's name; stays the same. */
    String uri();

    /** It answers no more, and nothing that it acknowledged may be lost. */
    void stop();

    /** Returns when it answers again. */
    void start();

    /** Of the embedded one, in the JVM of the broker: it is stopped in order. */
    static Database embedded(Stores stores) {
        return new Database() {
            @Override
            public String uri() {
                return stores.mongodb();
            }

            @Override
            public void stop() {
                stores.stopDatabase();
            }

            @Override
            public void start() {
                stores.startDatabase();
            }
        };
    }
}

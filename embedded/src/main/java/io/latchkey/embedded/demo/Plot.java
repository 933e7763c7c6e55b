package io.latchkey.embedded.demo;

import java.util.Locale;

/** Which story is played. */
enum Plot {
    /** One person registers two methods and confirms them; everything that can go wrong on the way goes wrong once. */
    SHORT {
        @Override
        Play on(Stage stage, Backstage backstage) {
            return new Story(stage, backstage, Cast.fresh());
        }
    },
    /** The whole life of an account, from the tenant's policy to its erasure. */
    FULL {
        @Override
        Play on(Stage stage, Backstage backstage) {
            return new Life(stage, backstage, Household.fresh());
        }
    };

    abstract Play on(Stage stage, Backstage backstage);

    /** As a person types it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

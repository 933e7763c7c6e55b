package io.latchkey.crashtest.load;

import java.util.Random;

/**
 * The personal values of one person. All texts of a run share a token that is made for it and is found nowhere by chance;
 * numbers are of a range that German mobile networks use, and are written down.
 */
final class Values {

    private static final String PREFIX = "171";
    private static final int DIGITS = 10_000_000;
    private static final long CODES = 10_000_000_000L;

    private final String token;
    private final String userId;
    private final Random random;
    private final Ledger ledger;

    Values(String token, String userId, Random random, Ledger ledger) {
        this.token = token;
        this.userId = userId;
        this.random = random;
        this.ledger = ledger;
    }

    String userId() {
        return userId;
    }

    String signInAddress() {
        return "in." + token + "@corp.example";
    }

    String displayName() {
        return "Person " + token;
    }

    String address() {
        return "a" + random.nextInt(DIGITS) + "." + token + "@example.org";
    }

    /** Never zero first, so that it is as long as it looks. */
    String number() {
        var national = PREFIX + (1_000_000 + random.nextInt(DIGITS - 1_000_000));
        ledger.uses(national);
        return "+49 " + national;
    }

    /** Of the same kind. */
    String otherThan(String destination) {
        return destination.startsWith("+") ? number() : address();
    }

    String guess() {
        return "%010d".formatted(random.nextLong(CODES));
    }
}

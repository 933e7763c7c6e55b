package io.latchkey.bench.work;

import io.latchkey.messaging.decision.AggregateKey;

/** The accounts of a run, by number. Each registers one phone, of a range that German mobile networks use. */
public final class Population {

    public static final String TENANT = "bench";

    /** More would not fit into the range of phone numbers. */
    public static final int LARGEST = 10_000_000;

    private static final String USER = "u-";
    private static final int DIGITS = 7;
    private static final String PHONE = "+49171";

    private Population() {}

    public static AggregateKey account(int number) {
        return new AggregateKey(TENANT, USER + padded(number));
    }

    /** E.164. */
    public static String phone(int number) {
        return PHONE + padded(number);
    }

    /** Whose key on a topic, or whose user id, ends with these digits. */
    public static int ofUser(String userId) {
        return Integer.parseInt(userId, USER.length(), userId.length(), 10);
    }

    public static int ofPhone(String phone) {
        return Integer.parseInt(phone, PHONE.length(), phone.length(), 10);
    }

    private static String padded(int number) {
        if (number < 0 || number >= LARGEST) {
            throw new IllegalArgumentException("account " + number + " of at most " + LARGEST);
        }
        var digits = Integer.toString(number);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}

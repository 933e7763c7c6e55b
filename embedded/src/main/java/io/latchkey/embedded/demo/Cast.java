package io.latchkey.embedded.demo;

import io.latchkey.embedded.scan.Needle;
import io.latchkey.messaging.decision.AggregateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Who plays, and every personal value of theirs. Values are fresh in each run, so that a scan cannot find those of an
 * earlier one; the numbers are of ranges that are kept for films.
 *
 * @param phone as A types it, without a country code
 * @param phoneAbroad the same with its country code, as it is dialled
 * @param impossiblePhone what A types by mistake: too long for a number
 * @param otherPhone another number of A, which is never proven
 */
record Cast(
        AggregateKey a,
        AggregateKey b,
        String phone,
        String phoneAbroad,
        String email,
        String impossiblePhone,
        String otherPhone,
        String signInAddressOfA,
        String signInAddressOfB,
        String displayName) {

    static Cast fresh() {
        var run = UUID.randomUUID().toString().substring(0, 8);
        return new Cast(
                new AggregateKey("demo", "a-" + run),
                new AggregateKey("demo", "b-" + run),
                "0171 39200 12",
                "+491713920012",
                "ada." + run + "@example.org",
                "0176 04069 000 111 222",
                "+49 176 040690 35",
                "ada." + run + "@corp.example",
                "ben." + run + "@corp.example",
                "Ada " + run + " Example");
    }

    List<Needle> needles(List<String> codes) {
        var needles = new ArrayList<Needle>();
        for (int i = 0; i < codes.size(); i++) {
            needles.add(Needle.code("code no. " + (i + 1), codes.get(i)));
        }
        needles.add(Needle.number("A's phone number", "1713920012"));
        needles.add(Needle.number("an impossible number", "17604069000111222"));
        needles.add(Needle.number("A's other number", "17604069035"));
        needles.add(Needle.text("A's email address", email));
        needles.add(Needle.text("A's sign-in address", signInAddressOfA));
        needles.add(Needle.text("B's sign-in address", signInAddressOfB));
        needles.add(Needle.text("A's name", displayName));
        return List.copyOf(needles);
    }

    /** Never shows the values. */
    @Override
    public String toString() {
        return "Cast[" + a.value() + ", " + b.value() + "]";
    }
}

package io.latchkey.embedded.demo;

import io.latchkey.embedded.scan.Needle;
import io.latchkey.messaging.decision.AggregateKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * Who plays in the full story, and every personal value of theirs: A lives a whole life; B, C, D and E cannot reset, each
 * for another reason. Values are fresh in each run; the numbers are of ranges that are kept for films.
 *
 * @param run in the place of what would differ between people
 */
record Household(String run) {

    static final String EXTENSION = "123";

    static Household fresh() {
        return new Household(UUID.randomUUID().toString().substring(0, 8));
    }

    String tenant() {
        return "life-" + run;
    }

    String group() {
        return "staff-" + run;
    }

    AggregateKey account(String name) {
        return new AggregateKey(tenant(), name + "-" + run);
    }

    String signInAddress(String name) {
        return name + "." + run + "@corp.example";
    }

    String displayName(String name) {
        return "Person " + name + " " + run + " Example";
    }

    List<String> administrators() {
        return List.of("desk." + run + "@corp.example", "night." + run + "@corp.example");
    }

    /** As the directory has it. */
    String email() {
        return "ada." + run + "@example.org";
    }

    String officePhone() {
        return "030 23125 014 x" + EXTENSION;
    }

    String officePhoneAbroad() {
        return "+493023125014";
    }

    /** As A types it, without a country code. */
    String phone() {
        return "0171 39200 13";
    }

    String phoneAbroad() {
        return "+491713920013";
    }

    String newPhone() {
        return "0176 040690 36";
    }

    String newPhoneAbroad() {
        return "+4917604069036";
    }

    /** By question. */
    SequencedMap<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        answers.put("plush-toy", "Snuffles " + run);
        answers.put("hiding-place", "attic " + run);
        answers.put(Governing.CUSTOM_QUESTION, "cactus " + run);
        return answers;
    }

    List<Needle> needles(List<String> codes) {
        var needles = new ArrayList<Needle>();
        for (int i = 0; i < codes.size(); i++) {
            needles.add(Needle.code("code no. " + (i + 1), codes.get(i)));
        }
        needles.add(Needle.number("A's office phone", "3023125014"));
        needles.add(Needle.number("A's phone", "1713920013"));
        needles.add(Needle.number("A's new phone", "17604069036"));
        needles.add(Needle.text("A's email address", email()));
        administrators().forEach(address -> needles.add(Needle.text("an administrator's address", address)));
        answers().values().forEach(answer -> needles.add(Needle.text("an answer", answer)));
        for (var name : List.of("a", "b", "c", "d", "e")) {
            needles.add(Needle.text(name + "'s sign-in address", signInAddress(name)));
            needles.add(Needle.text(name + "'s name", displayName(name)));
        }
        return List.copyOf(needles);
    }

    /** Never shows the values. */
    @Override
    public String toString() {
        return "Household[" + run + "]";
    }
}

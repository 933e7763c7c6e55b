package io.latchkey.crashtest.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;

/** An account's codes and guesses as its events tell them, written down anew. */
final class VerificationFold {

    private final Map<String, String> newest = new HashMap<>();
    private final Map<String, Integer> wrong = new HashMap<>();
    private final Set<String> verified = new HashSet<>();
    private long number;
    private int guesses;
    private long last;

    static VerificationFold of(List<Entry> events) {
        var fold = new VerificationFold();
        events.forEach(fold::apply);
        return fold;
    }

    private void apply(Entry event) {
        last = event.sequence();
        var method = event.text("methodId").orElse("");
        switch (event.type()) {
            case "CodeIssued" -> {
                newest.put(method, event.required("codeId"));
                number = event.number("number");
            }
            case "CodeVerified" -> verified.add(method);
            case "CodeRejected" -> {
                if (GuessBudget.wrong(event)) {
                    wrong.merge(method, 1, Integer::sum);
                    guesses++;
                }
            }
            default -> {}
        }
    }

    /** Where the document says something else; empty where they agree. */
    String differs(Document document) {
        var state = document.get("state", Document.class);
        if (state == null) {
            return newest.isEmpty() ? "" : "no state";
        }
        var told = new Told(number, guesses, last);
        var kept = new Told(
                state.getInteger("lastNumber"),
                state.getList("wrongGuesses", Object.class).size(),
                Folds.sequence(document, Topics.VERIFICATION_EVENTS));
        return told.equals(kept)
                ? challenges(state.getList("challenges", Document.class))
                : "the events say " + told + ", the document " + kept;
    }

    private record Told(long number, int wrongGuesses, long events) {}

    private String challenges(List<Document> challenges) {
        var different =
                challenges.stream().filter(challenge -> !agrees(challenge)).toList();
        var kept = challenges.stream().map(VerificationFold::method).toList();
        return different.isEmpty()
                ? kept.containsAll(unreplaced(challenges)) ? "" : "a method with a code is missing"
                : "the events disagree with the challenge of method " + method(different.getFirst()) + ", "
                        + different.getFirst().getString("status");
    }

    /** The oldest of those that were replaced are forgotten. */
    private Set<String> unreplaced(List<Document> challenges) {
        boolean forgetful = challenges.stream()
                        .filter(challenge -> challenge.getString("status").equals("REPLACED"))
                        .count()
                >= 8;
        return forgetful ? Set.of() : newest.keySet();
    }

    private boolean agrees(Document challenge) {
        var method = method(challenge);
        return switch (challenge.getString("status")) {
            case "OPEN" ->
                Objects.equals(challenge.getString("codeId"), newest.get(method))
                        && Objects.equals(challenge.getInteger("wrongGuesses"), wrong.getOrDefault(method, 0))
                        && !verified.contains(method)
                        && !exhausted(method);
            case "PROVEN" -> verified.contains(method);
            case "EXHAUSTED" -> exhausted(method) && !verified.contains(method);
            case "WAITING" -> !newest.containsKey(method);
            default -> true;
        };
    }

    /** A user who is locked may have guesses left at a method. */
    private boolean exhausted(String method) {
        return wrong.getOrDefault(method, 0) >= GuessBudget.PER_METHOD;
    }

    private static String method(Document challenge) {
        var method = challenge.get("method", Document.class);
        return method == null ? challenge.getString("methodId") : method.getString("id");
    }
}

package io.latchkey.crashtest.checker;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What one service tells, the next one acts on, once: from the registered method to the end of the message and the proof. */
final class NothingLeftOut implements Invariant {

    @Override
    public Finding check(History history) {
        var violations = new ArrayList<Violation>();
        long links = methods(history, violations)
                + codes(history, violations)
                + messages(history, violations)
                + proofs(history, violations);
        return new Finding("7  every step has followed once", links, violations);
    }

    /** Each method registered has led to a code, or to the reason why not. */
    private static long methods(History history, List<Violation> violations) {
        var answers = History.by(
                history.events(Topics.VERIFICATION_EVENTS)
                        .filter(event -> event.is("CodeIssued") || event.is("CodeRejected")),
                event -> event.text("metadata.causationId").orElse(""));
        return each(
                history.events(Topics.REGISTRATION_EVENTS, "MethodRegistered"),
                event -> answers.getOrDefault(event.eventId(), List.of()).size(),
                1,
                violations);
    }

    /** Each code issued is on its way, and each code on its way was issued. */
    private static long codes(History history, List<Violation> violations) {
        Function<Entry, String> code = event -> event.required("codeId");
        var issued = History.by(history.events(Topics.VERIFICATION_EVENTS, "CodeIssued"), code);
        var sent = History.by(history.events(Topics.CODES), code);
        return each(
                        issued.values().stream().map(List::getFirst),
                        event -> sent.getOrDefault(code.apply(event), List.of()).size(),
                        1,
                        violations)
                + each(
                        sent.values().stream().map(List::getFirst),
                        event -> issued.getOrDefault(code.apply(event), List.of())
                                .size(),
                        1,
                        violations);
    }

    /** Each message has one end. */
    private static long messages(History history, List<Violation> violations) {
        var ends = History.by(history.events(Topics.NOTIFICATION_EVENTS), event -> event.required("notificationId"));
        var causes = History.by(
                history.events(Topics.NOTIFICATION_EVENTS).filter(not(NothingLeftOut::answered)),
                event -> event.text("metadata.causationId").orElse(""));
        var answered =
                History.by(history.events(Topics.NOTIFICATION_EVENTS).filter(NothingLeftOut::answered), Entry::key);
        long codes = each(
                history.events(Topics.CODES),
                event -> ends.getOrDefault(event.required("codeId"), List.of()).size(),
                1,
                violations);
        var told = history.events(Topics.REGISTRATION_EVENTS)
                .filter(event -> !event.list("notify").isEmpty())
                .toList();
        told.forEach(event -> each(
                Stream.of(event),
                it -> causes.getOrDefault(it.eventId(), List.of()).size()
                        + (it.is("ReconfirmDue")
                                ? answered.getOrDefault(it.key(), List.of()).size()
                                : 0),
                event.list("notify").size(),
                violations));
        return codes + told.size();
    }

    /** A reminder that was pointless before it went out follows from its date, and names what answered it. */
    private static boolean answered(Entry event) {
        return event.is("NotificationCancelled")
                && event.text("purpose").orElse("").equals("REMINDER");
    }

    /** Each proof has made its method proven, unless that was replaced, and nothing else has. */
    private static long proofs(History history, List<Violation> violations) {
        Function<Entry, String> method = event -> event.required("methodId");
        var proven = methods(history.events(Topics.REGISTRATION_EVENTS, "MethodProven"), method);
        var replaced = methods(
                history.events(Topics.REGISTRATION_EVENTS, "MethodRegistered")
                        .filter(event -> event.text("replacedMethodId").isPresent()),
                event -> event.required("replacedMethodId"));
        var verified = history.events(Topics.VERIFICATION_EVENTS, "CodeVerified")
                .collect(toMap(method, event -> event, (first, other) -> first));
        verified.forEach((id, event) -> {
            if (!proven.contains(id) && !replaced.contains(id)) {
                violations.add(Violation.lost(event + " has not made method " + id + " proven"));
            }
        });
        proven.stream()
                .filter(id -> !verified.containsKey(id))
                .forEach(id -> violations.add(Violation.of("method " + id + " is proven and no code was verified")));
        return verified.size();
    }

    private static Set<String> methods(Stream<Entry> events, Function<Entry, String> method) {
        return events.map(method).collect(toSet());
    }

    private static long each(
            Stream<Entry> events, Function<Entry, Integer> followers, int expected, List<Violation> violations) {
        var all = events.toList();
        all.forEach(event -> compare(event, followers.apply(event), expected, violations));
        return all.size();
    }

    private static void compare(Entry event, int found, int expected, List<Violation> violations) {
        if (found < expected) {
            violations.add(Violation.lost(event + " was followed by " + found + " events instead of " + expected));
        } else if (found > expected) {
            violations.add(Violation.doubled(event + " was followed by " + found + " events instead of " + expected));
        }
    }
}

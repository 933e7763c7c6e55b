package io.latchkey.messaging.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads the headers of a redriven record. What is wrong with one is noted, and any value stands in for it. */
final class RedriveHeaders {

    /** 18 digits fit a long, 9 an int; as milliseconds, 18 are 31 million years. */
    private static final String NUMBER = "[0-9]{1,18}";

    private static final String SMALL_NUMBER = "[0-9]{1,9}";
    private static final String UUID_TEXT = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final InputRecord record;
    private final Set<String> problems = new LinkedHashSet<>();

    RedriveHeaders(InputRecord record) {
        this.record = record;
    }

    /** One per header that is missing or wrong; holds nothing of its content. */
    Set<String> problems() {
        return problems;
    }

    String text(String name) {
        return matching(name, "(?s).+", "");
    }

    long number(String name) {
        return Long.parseLong(matching(name, NUMBER, "0"));
    }

    int smallNumber(String name) {
        return Integer.parseInt(matching(name, SMALL_NUMBER, "0"));
    }

    UUID id(String name) {
        return UUID.fromString(matching(name, UUID_TEXT, new UUID(0, 0).toString()));
    }

    /** One that a later version of the service gave is none that this one knows. */
    DeadLetterReason reason(String name) {
        var known = Arrays.stream(DeadLetterReason.values())
                .collect(Collectors.toMap(DeadLetterReason::name, Function.identity()));
        check(name, known::containsKey, "is none that this service knows");
        return known.getOrDefault(text(name), DeadLetterReason.INVALID_REDRIVE);
    }

    void check(String name, Predicate<String> right, String otherwise) {
        var text = text(name);
        if (!text.isEmpty() && !right.test(text)) {
            problems.add(name + " " + otherwise);
        }
    }

    private String matching(String name, String pattern, String otherwise) {
        var header = record.header(name);
        if (header != null && text(header).matches(pattern)) {
            return text(header);
        }
        problems.add(name + (header == null ? " is missing" : " cannot be read"));
        return otherwise;
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}

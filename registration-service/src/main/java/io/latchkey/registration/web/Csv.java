package io.latchkey.registration.web;

import io.latchkey.registration.method.Requirement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report as RFC 4180 has it. A field that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV
 * injection), which whoever reads the file with a program takes away.
 */
final class Csv {

    static final String HEADER =
            "userId,registered,enabled,capable,reason,missing,recommended,dueAt,administrator,policyVersion\r\n";

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r\n＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern TO_BE_QUOTED = Pattern.compile("[\",;\r\n\t]");

    private Csv() {}

    static String line(ReportView.Row row) {
        return Stream.of(
                                row.userId(),
                                row.registered(),
                                row.enabled(),
                                row.capable(),
                                row.reason(),
                                requirements(row.missing()),
                                requirements(row.recommended()),
                                text(row.dueAt()),
                                row.administrator(),
                                row.policyVersion())
                        .map(value -> field(value.toString()))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    static String field(String value) {
        var harmless = FORMULA.matcher(value).matches() ? "'" + value : value;
        return !harmless.equals(value) || TO_BE_QUOTED.matcher(harmless).find()
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }

    /** Such as {@code METHOD 1 of MOBILE_PHONE or EMAIL; PROOF 2}. */
    private static String requirements(List<Requirement> requirements) {
        return requirements.stream().map(Csv::requirement).collect(Collectors.joining("; "));
    }

    private static String requirement(Requirement requirement) {
        var kinds = requirement.kinds().stream().map(Enum::name).collect(Collectors.joining(" or "));
        return requirement.kind() + " " + requirement.count() + (kinds.isEmpty() ? "" : " of " + kinds);
    }

    private static String text(@Nullable Instant at) {
        return Objects.toString(at, "");
    }
}

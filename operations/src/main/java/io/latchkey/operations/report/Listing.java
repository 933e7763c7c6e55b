package io.latchkey.operations.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.latchkey.messaging.decision.AggregateKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A line for each account, as RFC 4180 has it. A field that a spreadsheet would take for a formula begins with an
 * apostrophe (OWASP, CSV injection), as in the report of the HTTP API.
 */
final class Listing implements Output {

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r\n＝＋－＠].*", Pattern.DOTALL);

    private final CsvWriter csv;

    Listing(PrintWriter out) {
        csv = CsvWriter.builder().autoFlush(false).build(out);
        csv.writeRecord(
                "tenantId",
                "userId",
                "state",
                "registered",
                "enabled",
                "capable",
                "reason",
                "missing",
                "dueAt",
                "administrator",
                "policyVersion");
    }

    @Override
    public void accept(AggregateKey account, Standing standing) {
        csv.writeRecord(
                harmless(account.tenantId()),
                harmless(account.userId()),
                standing.state().name(),
                Boolean.toString(standing.registered()),
                Boolean.toString(standing.enabled()),
                Boolean.toString(standing.capable()),
                standing.reason().name(),
                standing.missing(),
                Objects.toString(standing.dueAt(), ""),
                Boolean.toString(standing.administrator()),
                Long.toString(standing.policyVersion()));
    }

    private static String harmless(String id) {
        return FORMULA.matcher(id).matches() ? "'" + id : id;
    }

    @Override
    public List<String> end() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of();
    }
}

package io.latchkey.registration.web;

import io.latchkey.messaging.engine.OutageException;
import io.latchkey.registration.mongo.StandingOfAccount;
import io.latchkey.registration.mongo.Standings;
import io.latchkey.registration.policy.Policies;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of a tenant, for its administrators. */
@RestController
class ReportController {

    private static final String CSV = "text/csv";

    private final Standings standings;
    private final Policies policies;
    private final LongReads longReads;

    ReportController(Standings standings, Policies policies, LongReads longReads) {
        this.standings = standings;
        this.policies = policies;
        this.longReads = longReads;
    }

    @GetMapping(path = Routes.REPORT, produces = MediaType.APPLICATION_JSON_VALUE)
    ReportView page(
            @PathVariable String tenantId,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        var from = Paths.after(tenantId, after);
        return ReportView.of(standings.page(tenantId, from, Paths.limit(limit) + 1), limit);
    }

    /** All that follows, a page at a time; a file that ends without its last line break is not whole. */
    @GetMapping(path = Routes.REPORT, produces = CSV)
    void file(
            @PathVariable String tenantId, @RequestParam(defaultValue = "") String after, HttpServletResponse response)
            throws IOException {
        var from = Paths.after(tenantId, after);
        longReads.take(() -> {
            var first = page(tenantId, from);
            response.setContentType(CSV + ";charset=UTF-8;header=present");
            response.setHeader("Content-Disposition", "attachment; filename=\"report.csv\"");
            var file = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
            write(tenantId, first, file);
            file.flush();
            return first;
        });
    }

    @GetMapping(Routes.SUMMARY)
    ReportView.Summary summary(@PathVariable String tenantId) {
        return ReportView.Summary.of(
                standings.counts(tenantId), policies.of(tenantId).version());
    }

    private void write(String tenantId, List<StandingOfAccount> first, Writer file) throws IOException {
        file.write(Csv.HEADER);
        lines(first, file);
        for (var page = first; page.size() == Paths.MAX_PAGE; lines(page, file)) {
            page = following(tenantId, page);
        }
    }

    private static void lines(List<StandingOfAccount> page, Writer file) throws IOException {
        for (var account : page) {
            file.write(Csv.line(ReportView.Row.of(account)));
        }
    }

    /** When a page has been sent, nothing but a broken connection can tell that the rest is missing. */
    private List<StandingOfAccount> following(String tenantId, List<StandingOfAccount> page) throws IOException {
        try {
            return page(tenantId, page.getLast().key().userId());
        } catch (OutageException e) {
            throw new IOException("the report broke off", e);
        }
    }

    private List<StandingOfAccount> page(String tenantId, String after) {
        return standings.page(tenantId, after, Paths.MAX_PAGE);
    }
}

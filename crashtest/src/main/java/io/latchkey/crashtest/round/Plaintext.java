package io.latchkey.crashtest.round;

import static java.util.function.Predicate.not;

import com.mongodb.client.MongoClients;
import io.latchkey.crashtest.checker.Finding;
import io.latchkey.crashtest.checker.Violation;
import io.latchkey.crashtest.process.Site;
import io.latchkey.embedded.scan.Canary;
import io.latchkey.embedded.scan.CollectionHaystacks;
import io.latchkey.embedded.scan.FileHaystacks;
import io.latchkey.embedded.scan.Haystack;
import io.latchkey.embedded.scan.Needle;
import io.latchkey.embedded.scan.PlaintextScan;
import io.latchkey.embedded.scan.TopicHaystacks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** Topics, collections, files and logs hold nothing personal in plain; a canary in each kind of place shows that one looked. */
record Plaintext(Run run, String token) {

    Finding finding() {
        var canary = Canary.fresh();
        plant(canary);
        var needles = needles();
        needles.add(canary.needle());
        var findings = new PlaintextScan(needles).of(haystacks());
        var violations = new ArrayList<Violation>();
        Canary.missedIn(EnumSet.allOf(Haystack.Kind.class), findings)
                .forEach(kind ->
                        violations.add(new Violation(Violation.Kind.OTHER, "the canary was not found in any " + kind)));
        findings.stream()
                .filter(not(Canary::isMeantBy))
                .forEach(finding -> violations.add(new Violation(Violation.Kind.OTHER, "in plain: " + finding)));
        long values = run.ledger().numbers().size() + codes().size();
        return new Finding("9  numbers and codes nowhere in plain, nor a name or address", values, violations);
    }

    private List<Needle> needles() {
        return new ArrayList<>(List.of(
                Needle.text("a name or an address", token),
                Needle.anyNumber("a number", run.ledger().numbers()),
                Needle.anyCode("a code", codes())));
    }

    private List<String> codes() {
        return Stream.concat(run.provider().codes().stream(), run.mailbox().codes().stream())
                .distinct()
                .toList();
    }

    private void plant(Canary canary) {
        canary.plantOn(Site.PREFIX + "keys.v1.dlt", run.site().bootstrapServers());
        canary.plantInLog();
        try (var client = MongoClients.create(run.site().mongodb())) {
            canary.plantIn("canary", client);
        }
    }

    private Stream<Haystack> haystacks() {
        var files = Stream.of("broker", "database")
                .map(run.site().directory()::resolve)
                .filter(Files::isDirectory)
                .flatMap(directory -> FileHaystacks.of(Haystack.Kind.FILE, directory, Plaintext::holdsContent));
        return Stream.of(
                        TopicHaystacks.of(run.site().bootstrapServers(), topic -> true),
                        CollectionHaystacks.of(run.site().mongodb(), database -> true),
                        files,
                        FileHaystacks.of(Haystack.Kind.LOG, run.site().logs(), log -> true))
                .flatMap(haystacks -> haystacks);
    }

    /** Kafka's indexes hold offsets and times only. */
    private static boolean holdsContent(Path file) {
        return !file.toString().endsWith("index");
    }
}

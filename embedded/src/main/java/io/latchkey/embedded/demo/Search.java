package io.latchkey.embedded.demo;

import static java.util.function.Predicate.not;

import com.mongodb.client.MongoClients;
import io.latchkey.embedded.scan.Canary;
import io.latchkey.embedded.scan.Finding;
import io.latchkey.embedded.scan.Needle;
import io.latchkey.embedded.scan.PlaintextScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The last act: everything left behind is searched for what was used, and for a canary that must be there. */
record Search(Stage stage, List<Needle> used, Places places) {

    /** @return personal values found in plain */
    int hits(String canaryTopic, String canaryDatabase) {
        stage.step("Topics, collections, files and logs are searched for every code, number, address and name used");
        var canary = Canary.fresh();
        plant(canary, canaryTopic, canaryDatabase);
        var needles = new ArrayList<>(used);
        needles.add(canary.needle());
        var findings = new PlaintextScan(needles).of(places.haystacks());
        stage.expect(
                "kinds of place where the canary was not found", Set.of(), Canary.missedIn(places.kinds(), findings));
        return report(findings);
    }

    private void plant(Canary canary, String topic, String database) {
        canary.plantOn(topic, places.bootstrapServers());
        canary.plantInLog();
        try (var client = MongoClients.create(places.mongoUri())) {
            canary.plantIn(database, client);
        }
    }

    private int report(Set<Finding> findings) {
        var hits = findings.stream().filter(not(Canary::isMeantBy)).toList();
        stage.transcript().remark("the planted canary was found in " + (findings.size() - hits.size()) + " places");
        hits.forEach(hit -> stage.transcript().remark("found: " + hit));
        return hits.size();
    }
}

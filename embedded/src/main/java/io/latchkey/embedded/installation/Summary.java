package io.latchkey.embedded.installation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The one table of addresses, and what portals compare before they seal. */
public final class Summary {

    private Summary() {}

    public static String of(Installation installation, double seconds) {
        return String.format(
                Locale.ROOT, """

                Latchkey is up after %.1f s. Ctrl-C stops it.

                %s
                Fingerprints of the public keys
                %s
                """, seconds, table(addresses(installation)), table(fingerprints(installation)));
    }

    private static Map<String, String> addresses(Installation installation) {
        Addresses addresses = installation.addresses();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("bootstrap servers", addresses.bootstrapServers());
        rows.put("schema registry", addresses.schemaRegistry());
        rows.put("MongoDB", withoutPassword(addresses.mongodb()));
        rows.put("SMTP", addresses.smtp());
        rows.put("inbox", addresses.inbox().toString());
        addresses.management().forEach((service, url) -> rows.put(service.title(), url.toString()));
        rows.put(
                "HTTP API",
                Objects.requireNonNull(addresses.management().get(Service.REGISTRATION))
                        .resolve("/openapi.json")
                        .toString());
        rows.put("data", installation.directory().toString());
        rows.put("log", installation.log().toString());
        return rows;
    }

    private static Map<String, String> fingerprints(Installation installation) {
        Map<String, String> rows = new LinkedHashMap<>();
        installation.fingerprints().forEach((service, key) -> rows.put(service.title(), key.value()));
        return rows;
    }

    private static String withoutPassword(String uri) {
        return uri.replaceFirst("://[^@/]*@", "://***@");
    }

    private static String table(Map<String, String> rows) {
        return rows.entrySet().stream()
                .map(row -> "  %-18s %s%n".formatted(row.getKey(), row.getValue()))
                .collect(Collectors.joining());
    }
}

package io.latchkey.bench.floor;

import static java.util.stream.Collectors.toMap;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What the floor works on.
 *
 * @param mongodb without a database's name
 * @param prefix of the topics, which exist already
 * @param partitions of every topic
 */
record FloorArguments(
        String bootstrapServers, String schemaRegistry, String mongodb, URI smsUrl, String prefix, int partitions) {

    /** Of {@code --name=value}, all of them required. */
    static FloorArguments parse(String[] arguments) {
        var values = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(toMap(parts -> parts[0], parts -> parts[1]));
        return new FloorArguments(
                value(values, "--bootstrap-servers"),
                value(values, "--schema-registry"),
                value(values, "--mongodb"),
                URI.create(value(values, "--sms-url")),
                value(values, "--prefix"),
                Integer.parseInt(value(values, "--partitions")));
    }

    private static String value(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }
}

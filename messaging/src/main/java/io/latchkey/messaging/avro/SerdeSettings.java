package io.latchkey.messaging.avro;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;

/**
 * The settings of serializer and deserializer, under the names that Confluent's have, so that one can take the place of
 * the other. The subject's name is the record's by default.
 */
final class SerdeSettings extends AbstractConfig {
    private static final String URL = "schema.registry.url";
    private static final String AUTO_REGISTER = "auto.register.schemas";
    private static final String USE_LATEST = "use.latest.version";
    private static final String SUBJECTS = "value.subject.name.strategy";
    private static final String SPECIFIC = "specific.avro.reader";
    private static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    private static final String USER_INFO = "basic.auth.user.info";
    private static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    private static final String READ_TIMEOUT = "http.read.timeout.ms";

    private static final ConfigDef.Validator ADDRESSES = ConfigDef.LambdaValidator.with(
            (name, value) -> ((List<?>) value).forEach(address -> requireHttp(name, String.valueOf(address))),
            () -> "HTTP addresses");

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(URL, LIST, NO_DEFAULT_VALUE, ADDRESSES, MEDIUM, "addresses of the registry, tried in order")
            .define(AUTO_REGISTER, BOOLEAN, true, MEDIUM, "whether the serializer registers schemas")
            .define(USE_LATEST, BOOLEAN, false, LOW, "without registering: take the id of the subject's latest schema")
            .define(
                    SUBJECTS,
                    STRING,
                    SubjectNames.RecordNameStrategy.name(),
                    ValidString.in(SubjectNames.names()),
                    LOW,
                    "how subjects are called")
            .define(SPECIFIC, BOOLEAN, false, MEDIUM, "generated classes instead of generic records")
            .define(
                    CREDENTIALS_SOURCE,
                    STRING,
                    "URL",
                    ValidString.in("URL", "USER_INFO"),
                    MEDIUM,
                    "where user and password are found")
            .define(USER_INFO, PASSWORD, "", MEDIUM, "user:password")
            .define(CONNECT_TIMEOUT, INT, 3_000, LOW, "milliseconds until a connection counts as refused")
            .define(READ_TIMEOUT, INT, 10_000, LOW, "milliseconds until an answer counts as lost");

    private SerdeSettings(Map<?, ?> configs) {
        super(DEFINITION, configs, Map.of(), false);
    }

    /** @throws ConfigException if a setting is missing or has no such value */
    static SerdeSettings of(Map<String, ?> configs) {
        return new SerdeSettings(configs);
    }

    private static void requireHttp(String name, String address) {
        try {
            var url = new URI(address);
            if (url.getHost() != null && String.valueOf(url.getScheme()).startsWith("http")) {
                return;
            }
        } catch (URISyntaxException e) {
            throw new ConfigException(name + " holds what is no address");
        }
        throw new ConfigException(name + " holds what is no HTTP address");
    }

    List<URI> urls() {
        return getList(URL).stream().map(URI::create).toList();
    }

    /** User and password for this address, if any. */
    Optional<String> userInfo(URI url) {
        var found = getString(CREDENTIALS_SOURCE).equals("USER_INFO")
                ? getPassword(USER_INFO).value()
                : url.getUserInfo();
        return Optional.ofNullable(found).filter(text -> !text.isEmpty());
    }

    boolean autoRegister() {
        return getBoolean(AUTO_REGISTER);
    }

    boolean useLatest() {
        return getBoolean(USE_LATEST);
    }

    boolean specific() {
        return getBoolean(SPECIFIC);
    }

    SubjectNames subjects() {
        return SubjectNames.of(getString(SUBJECTS));
    }

    Duration connectTimeout() {
        return Duration.ofMillis(getInt(CONNECT_TIMEOUT));
    }

    Duration readTimeout() {
        return Duration.ofMillis(getInt(READ_TIMEOUT));
    }
}

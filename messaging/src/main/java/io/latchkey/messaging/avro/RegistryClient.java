package io.latchkey.messaging.avro;

import io.latchkey.messaging.avro.RegistryHttp.Answer;
import io.latchkey.messaging.engine.OutageException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** The registry's schemas, asked for once: an id stands for the same schema for ever. Thread-safe. */
final class RegistryClient implements AutoCloseable {
    private static final int SCHEMA_NOT_FOUND = 40403;

    private final RegistryHttp http;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Registration, Integer> ids = new ConcurrentHashMap<>();

    RegistryClient(SerdeSettings settings) {
        http = new RegistryHttp(settings);
    }

    private record Registration(String subject, Schema schema) {}

    /**
     * The schema with this id.
     *
     * @throws UndecodableException if the registry says that there is none, or that it is not Avro
     * @throws OutageException if the registry does not say so
     */
    Schema schema(int id) {
        var known = schemas.get(id);
        return known != null ? known : remember(id, ask(id));
    }

    /** The id under which the subject has this schema, registering it where it is new. */
    int register(String subject, Schema schema) {
        return known(new Registration(subject, schema), "/subjects/" + encoded(subject) + "/versions");
    }

    /** The id under which the subject has this schema already. */
    int lookUp(String subject, Schema schema) {
        return known(new Registration(subject, schema), "/subjects/" + encoded(subject));
    }

    /** The id of the subject's latest schema, which must give the same bytes as this one. */
    int latest(String subject, Schema schema) {
        var registration = new Registration(subject, schema);
        var known = ids.get(registration);
        return known != null ? known : remember(registration, askLatest(registration));
    }

    private Schema ask(int id) {
        var answer = http.get("/schemas/ids/" + id);
        if (answer.errorCode() == SCHEMA_NOT_FOUND) {
            throw UndecodableException.unknownSchemaId(id);
        }
        if (!answer.ok()) {
            throw new OutageException("schema registry answers with error " + answer.errorCode());
        }
        if (!answer.body().path("schemaType").asString("AVRO").equals("AVRO")) {
            throw UndecodableException.unexpectedType("schema " + id + " is not an Avro schema");
        }
        return parsed(id, answer);
    }

    private static Schema parsed(int id, Answer answer) {
        try {
            return parsed(answer);
        } catch (AvroRuntimeException e) {
            throw UndecodableException.malformed("schema " + id + " is not one that Avro understands");
        }
    }

    private int askLatest(Registration registration) {
        var answer =
                expectOk(registration, http.get("/subjects/" + encoded(registration.subject()) + "/versions/latest"));
        if (!layout(parsed(answer)).equals(layout(registration.schema()))) {
            throw new RefusedSchemaException("the latest schema of " + registration.subject() + " has another layout");
        }
        return answer.body().path("id").asInt();
    }

    private int known(Registration registration, String path) {
        var known = ids.get(registration);
        return known != null ? known : remember(registration, post(registration, path));
    }

    private int post(Registration registration, String path) {
        var body = Map.of("schema", registration.schema().toString());
        return expectOk(registration, http.post(path, body)).body().path("id").asInt();
    }

    private static Answer expectOk(Registration registration, Answer answer) {
        if (!answer.ok()) {
            throw new RefusedSchemaException("schema registry refuses the schema of " + registration.subject()
                    + " with error " + answer.errorCode());
        }
        return answer;
    }

    private Schema remember(int id, Schema schema) {
        schemas.put(id, schema);
        return schema;
    }

    private int remember(Registration registration, int id) {
        ids.put(registration, id);
        return id;
    }

    /** What others have registered is taken as it is: only this reader's own schemas are held to Avro's naming rules. */
    private static Schema parsed(Answer answer) {
        return new Schema.Parser(NameValidator.NO_VALIDATION)
                .setValidateDefaults(false)
                .parse(answer.body().path("schema").asString());
    }

    private static String layout(Schema schema) {
        return SchemaNormalization.toParsingForm(schema);
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
    }
}

package io.latchkey.messaging.avro;

import static io.latchkey.messaging.engine.DeadLetterReason.MALFORMED;
import static io.latchkey.messaging.engine.DeadLetterReason.UNKNOWN_SCHEMA_ID;

import io.latchkey.messaging.engine.OutageException;
import java.io.EOFException;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * What it means that a serializer or deserializer throws. Ours says so by type; of Confluent's, which may take its place
 * and whose types are not here to be named, it is read from the causes.
 */
final class Failures {
    private static final String CONFLUENT_REFUSAL = "RestClientException";
    private static final String CONFLUENT_SCHEMA_NOT_FOUND = "; error code: 40403";

    private Failures() {}

    /** @throws OutageException if nothing is said about the bytes */
    static Value undecodable(RuntimeException failure) {
        if (failure instanceof UndecodableException ours) {
            return new Value.Undecodable(ours.reason(), String.valueOf(ours.getMessage()));
        }
        if (causes(failure).anyMatch(Failures::schemaNotFound)) {
            return new Value.Undecodable(UNKNOWN_SCHEMA_ID, "the registry has no such schema");
        }
        if (causes(failure).anyMatch(Failures::registry)) {
            throw new OutageException("schema registry does not answer");
        }
        return new Value.Undecodable(MALFORMED, root(failure).getClass().getSimpleName());
    }

    /** A registry's refusal is mended by an operator, and so an outage; anything else is a fault of the program. */
    static RuntimeException unwritable(KafkaException failure) {
        return causes(failure).anyMatch(Failures::registry)
                ? new OutageException("schema registry has no schema to write with")
                : failure;
    }

    private static boolean schemaNotFound(Throwable cause) {
        return refusal(cause) && String.valueOf(cause.getMessage()).endsWith(CONFLUENT_SCHEMA_NOT_FOUND);
    }

    private static boolean registry(Throwable cause) {
        return switch (cause) {
            case RefusedSchemaException ignored -> true;
            case RetriableException ignored -> true;
            case AuthenticationException ignored -> true;
            case AuthorizationException ignored -> true;
            case IOException io -> !aboutBytesInMemory(io);
            default -> refusal(cause);
        };
    }

    private static boolean refusal(Throwable cause) {
        return cause.getClass().getSimpleName().equals(CONFLUENT_REFUSAL);
    }

    /** The only two that Avro throws where no stream is behind the decoder. */
    private static boolean aboutBytesInMemory(IOException io) {
        return io instanceof EOFException || io.getClass().getName().startsWith("org.apache.avro.");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Throwable root(Throwable failure) {
        return causes(failure).reduce(failure, (outer, inner) -> inner);
    }
}

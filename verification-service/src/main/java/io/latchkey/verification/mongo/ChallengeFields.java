package io.latchkey.verification.mongo;

import io.latchkey.verification.code.Challenge;
import io.latchkey.verification.code.Challenge.Exhausted;
import io.latchkey.verification.code.Challenge.Open;
import io.latchkey.verification.code.Challenge.Proven;
import io.latchkey.verification.code.Challenge.Replaced;
import io.latchkey.verification.code.Challenge.Waiting;
import io.latchkey.verification.code.CodeHash;
import io.latchkey.verification.code.CodeId;
import io.latchkey.verification.code.LiveCode;
import io.latchkey.verification.code.MethodId;
import io.latchkey.verification.code.MethodKind;
import io.latchkey.verification.code.Opaque;
import io.latchkey.verification.code.VerificationPolicy;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;

/** A challenge as a document; {@code status} tells which. */
final class ChallengeFields {

    private enum Status {
        WAITING,
        OPEN,
        EXHAUSTED,
        PROVEN,
        REPLACED
    }

    private static final String STATUS = "status";
    private static final String METHOD = "method";
    private static final String METHOD_ID = "methodId";
    private static final String KIND = "kind";
    private static final String CODES = "codes";
    private static final String CODE_ID = "codeId";
    private static final String HASH = "hash";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String SUPERSEDED = "superseded";
    private static final String WRONG_GUESSES = "wrongGuesses";
    private static final String GUESS_BUDGET = "guessBudget";

    /** Of documents that were written before budgets were. */
    private static final int USUAL_BUDGET = VerificationPolicy.DEFAULT.guesses().perMethod();

    private ChallengeFields() {}

    static Document encode(Challenge challenge) {
        return switch (challenge) {
            case Waiting waiting -> status(Status.WAITING).append(METHOD, MethodFields.encode(waiting.method()));
            case Open open -> encode(open);
            case Exhausted exhausted -> closed(Status.EXHAUSTED, exhausted);
            case Proven proven -> closed(Status.PROVEN, proven);
            case Replaced replaced -> closed(Status.REPLACED, replaced);
        };
    }

    static Challenge decode(Document document) {
        return switch (Status.valueOf(document.getString(STATUS))) {
            case WAITING -> new Waiting(MethodFields.decode(document.get(METHOD, Document.class)));
            case OPEN -> open(document);
            case EXHAUSTED -> new Exhausted(methodId(document), kind(document), codes(document, CODES));
            case PROVEN -> new Proven(methodId(document), kind(document), codes(document, CODES));
            case REPLACED -> new Replaced(methodId(document), kind(document), codes(document, CODES));
        };
    }

    private static Document encode(Open open) {
        return status(Status.OPEN)
                .append(METHOD, MethodFields.encode(open.method()))
                .append(CODE_ID, open.code().id().value().toString())
                .append(HASH, new Binary(open.code().hash().value().bytes()))
                .append(EXPIRES_AT, Date.from(open.code().expiresAt()))
                .append(SUPERSEDED, codes(open.superseded()))
                .append(WRONG_GUESSES, open.wrongGuesses())
                .append(GUESS_BUDGET, open.guessBudget());
    }

    private static Open open(Document document) {
        var code = new LiveCode(
                new CodeId(UUID.fromString(document.getString(CODE_ID))),
                new CodeHash(new Opaque(document.get(HASH, Binary.class).getData())),
                document.getDate(EXPIRES_AT).toInstant());
        return new Open(
                MethodFields.decode(document.get(METHOD, Document.class)),
                code,
                codes(document, SUPERSEDED),
                document.getInteger(WRONG_GUESSES),
                document.getInteger(GUESS_BUDGET, USUAL_BUDGET));
    }

    private static Document closed(Status status, Challenge challenge) {
        return status(status)
                .append(METHOD_ID, challenge.methodId().value().toString())
                .append(KIND, challenge.kind().name())
                .append(CODES, codes(challenge.codes()));
    }

    private static Document status(Status status) {
        return new Document(STATUS, status.name());
    }

    private static MethodId methodId(Document document) {
        return new MethodId(UUID.fromString(document.getString(METHOD_ID)));
    }

    private static MethodKind kind(Document document) {
        return MethodKind.valueOf(document.getString(KIND));
    }

    private static List<String> codes(List<CodeId> codes) {
        return codes.stream().map(code -> code.value().toString()).toList();
    }

    private static List<CodeId> codes(Document document, String field) {
        return document.getList(field, String.class).stream()
                .map(code -> new CodeId(UUID.fromString(code)))
                .toList();
    }
}

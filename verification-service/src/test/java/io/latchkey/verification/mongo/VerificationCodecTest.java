package io.latchkey.verification.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.mongo.FieldCipher;
import io.latchkey.verification.code.Challenge.Exhausted;
import io.latchkey.verification.code.Challenge.Open;
import io.latchkey.verification.code.Challenge.Proven;
import io.latchkey.verification.code.Challenge.Replaced;
import io.latchkey.verification.code.Challenge.Waiting;
import io.latchkey.verification.code.Channel;
import io.latchkey.verification.code.CodeHash;
import io.latchkey.verification.code.CodeId;
import io.latchkey.verification.code.Destination;
import io.latchkey.verification.code.LiveCode;
import io.latchkey.verification.code.Method;
import io.latchkey.verification.code.MethodId;
import io.latchkey.verification.code.MethodKind;
import io.latchkey.verification.code.Opaque;
import io.latchkey.verification.code.SealedDestination;
import io.latchkey.verification.code.Send;
import io.latchkey.verification.code.Sends;
import io.latchkey.verification.code.Standing;
import io.latchkey.verification.code.UserGuesses;
import io.latchkey.verification.code.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class VerificationCodecTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    private final VerificationCodec codec = new VerificationCodec();

    @Test
    void everyKindOfChallengeComesBackAsItWas() {
        var phone = method(1, MethodKind.MOBILE_PHONE, Channel.SMS);
        var email = method(2, MethodKind.EMAIL, Channel.EMAIL);
        var code = new LiveCode(code(7), new CodeHash(opaque("hash")), NOON.plusSeconds(300));
        var state = new Verification(
                new AggregateKey("acme", "u-1"),
                new Standing(3, false),
                new Sends(9, List.of(new Send(MethodKind.MOBILE_PHONE, opaque("destination"), NOON, true))),
                new UserGuesses(List.of(NOON, NOON.plusMillis(1)), 7, NOON.plusSeconds(86_400)),
                List.of(
                        new Waiting(email),
                        new Open(phone, code, List.of(code(5), code(6)), 2, 3),
                        new Exhausted(new MethodId(new UUID(0, 3)), MethodKind.OFFICE_PHONE, List.of(code(4))),
                        new Proven(new MethodId(new UUID(0, 4)), MethodKind.EMAIL, List.of(code(3))),
                        new Replaced(new MethodId(new UUID(0, 5)), MethodKind.EMAIL, List.of())));

        assertThat(stored(state)).isEqualTo(state);
    }

    @Test
    void anAccountThatNeverDidAnythingComesBackAsItWas() {
        var state = new Verification(
                new AggregateKey("acme", "u-1"),
                new Standing(1, true),
                new Sends(0, List.of()),
                new UserGuesses(List.of(), 0, null),
                List.of());

        assertThat(stored(state)).isEqualTo(state);
    }

    @Test
    void aDocumentFromBeforePoliciesHasTheLimitsOfThatTime() {
        var phone = method(1, MethodKind.MOBILE_PHONE, Channel.SMS);
        var code = new LiveCode(code(7), new CodeHash(opaque("hash")), NOON);
        var document = codec.encode(
                new Verification(
                        new AggregateKey("acme", "u-1"),
                        new Standing(1, true),
                        new Sends(0, List.of()),
                        new UserGuesses(List.of(NOON), 7, null),
                        List.of(new Open(phone, code, List.of(), 2, 3))),
                new NoCipher());
        document.remove("guessLimit");
        document.getList("challenges", Document.class).getFirst().remove("guessBudget");

        var read = codec.decode(document, new NoCipher());
        assertThat(read.guesses().limit()).isEqualTo(10);
        assertThat(read.challenges()).containsExactly(new Open(phone, code, List.of(), 2, 5));
    }

    @Test
    void nothingIsKeptThatNeedsAnAccountKey() {
        assertThat(codec.personal()).isFalse();
    }

    /** As the database gives it back. */
    private Verification stored(Verification state) {
        var bson = codec.encode(state, new NoCipher())
                .toBsonDocument(BsonDocument.class, MongoClientSettings.getDefaultCodecRegistry());
        var document = new DocumentCodec()
                .decode(new BsonDocumentReader(bson), DecoderContext.builder().build());
        return codec.decode(document, new NoCipher());
    }

    private static Method method(int number, MethodKind kind, Channel channel) {
        var sealed = new SealedDestination("notification-1", opaque("wrapped"), opaque("ciphertext"));
        var destination = new Destination(sealed, opaque("destination"), "•••••12");
        return new Method(new MethodId(new UUID(0, number)), kind, channel, destination, "de");
    }

    private static CodeId code(int number) {
        return new CodeId(new UUID(1, number));
    }

    private static Opaque opaque(String text) {
        return new Opaque(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class NoCipher implements FieldCipher {

        @Override
        public Binary seal(String field, String value) {
            throw new AssertionError("verification keeps nothing personal");
        }

        @Override
        public String open(String field, Binary sealed) {
            throw new AssertionError("verification keeps nothing personal");
        }
    }
}

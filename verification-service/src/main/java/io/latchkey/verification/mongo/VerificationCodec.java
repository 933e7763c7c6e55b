package io.latchkey.verification.mongo;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.mongo.FieldCipher;
import io.latchkey.messaging.mongo.StateCodec;
import io.latchkey.verification.code.Sends;
import io.latchkey.verification.code.Standing;
import io.latchkey.verification.code.UserGuesses;
import io.latchkey.verification.code.Verification;
import io.latchkey.verification.code.VerificationPolicy;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps no value that can be read: destinations stay sealed for notification, codes are hashes. */
@Component
class VerificationCodec implements StateCodec<Verification> {

    private static final String ACCOUNT = "account";
    private static final String GENERATION = "generation";
    private static final String ENABLED = "enabled";
    private static final String LAST_NUMBER = "lastNumber";
    private static final String SENDS = "sends";
    private static final String WRONG_GUESSES = "wrongGuesses";
    private static final String GUESS_LIMIT = "guessLimit";
    private static final String LOCKED_UNTIL = "lockedUntil";
    private static final String CHALLENGES = "challenges";

    /** Of documents that were written before limits were. */
    private static final int USUAL_LIMIT = VerificationPolicy.DEFAULT.guesses().perUser();

    @Override
    public Document encode(Verification state, FieldCipher cipher) {
        var lockedUntil = state.guesses().lockedUntil();
        return new Document(ACCOUNT, state.account().value())
                .append(GENERATION, state.standing().generation())
                .append(ENABLED, state.standing().enabled())
                .append(LAST_NUMBER, state.sends().lastNumber())
                .append(
                        SENDS,
                        state.sends().lately().stream().map(SendFields::encode).toList())
                .append(WRONG_GUESSES, Dates.of(state.guesses().wrong()))
                .append(GUESS_LIMIT, state.guesses().limit())
                .append(LOCKED_UNTIL, lockedUntil == null ? null : Date.from(lockedUntil))
                .append(
                        CHALLENGES,
                        state.challenges().stream().map(ChallengeFields::encode).toList());
    }

    @Override
    public Verification decode(Document state, FieldCipher cipher) {
        return new Verification(
                AggregateKey.parse(state.getString(ACCOUNT)),
                new Standing(state.getLong(GENERATION), state.getBoolean(ENABLED)),
                sends(state),
                guesses(state),
                state.getList(CHALLENGES, Document.class, List.of()).stream()
                        .map(ChallengeFields::decode)
                        .toList());
    }

    private static UserGuesses guesses(Document state) {
        return new UserGuesses(
                Dates.instants(state, WRONG_GUESSES),
                state.getInteger(GUESS_LIMIT, USUAL_LIMIT),
                instant(state.getDate(LOCKED_UNTIL)));
    }

    private static Sends sends(Document state) {
        var lately = state.getList(SENDS, Document.class).stream()
                .map(SendFields::decode)
                .toList();
        return new Sends(state.getInteger(LAST_NUMBER), lately);
    }

    @Override
    public boolean personal() {
        return false;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}

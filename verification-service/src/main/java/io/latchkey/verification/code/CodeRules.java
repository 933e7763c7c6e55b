package io.latchkey.verification.code;

import java.time.Duration;

/** What codes are like. Both lifetimes count from the command that began the chain. */
public record CodeRules(int length, Duration phoneLifetime, Duration emailLifetime) {

    public CodeRules {
        if (length < Code.MIN_LENGTH || length > Code.MAX_LENGTH) {
            throw new IllegalArgumentException("a code has 6 to 10 digits");
        }
    }

    Duration lifetime(Channel channel) {
        return switch (channel) {
            case SMS, VOICE -> phoneLifetime;
            case EMAIL -> emailLifetime;
        };
    }
}

package io.latchkey.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void whatWasExpectedIsOk() {
        assertThat(new Verdict(2, 5, 2, 1, 0).ok()).isTrue();
        assertThat(new Verdict(2, 5, 2, 1, 0).line())
                .isEqualTo(
                        "demo: ok 2 methods proven, 5 rejections, 2 dead letters, 1 reconfirmation, 0 plaintext hits");
    }

    @Test
    void anythingElseSaysWhatWasAndWhatWasExpected() {
        assertThat(new Verdict(2, 5, 2, 2, 0).ok()).isFalse();
        assertThat(new Verdict(2, 5, 2, 2, 0).line())
                .isEqualTo(
                        "demo: failed 2 methods proven, 5 rejections, 2 dead letters, 2 reconfirmations, 0 plaintext hits;"
                                + " expected 2 methods proven, 5 rejections, 2 dead letters, 1 reconfirmation, 0 plaintext hits");
    }
}

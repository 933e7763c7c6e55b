package io.latchkey.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void whatWasExpectedIsOk() {
        var verdict = new Verdict(List.of(
                new Count(2, 2, "method proven", "methods proven"),
                Count.of(1, 1, "reminder"),
                Count.of(0, 0, "plaintext hit")));
        assertThat(verdict.ok()).isTrue();
        assertThat(verdict.line()).isEqualTo("demo: ok 2 methods proven, 1 reminder, 0 plaintext hits");
    }

    @Test
    void anythingElseSaysWhatWasAndWhatWasExpected() {
        var verdict = new Verdict(List.of(Count.of(2, 1, "reminder"), Count.of(0, 0, "plaintext hit")));
        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.line())
                .isEqualTo("demo: failed 2 reminders, 0 plaintext hits; expected 1 reminder, 0 plaintext hits");
    }
}

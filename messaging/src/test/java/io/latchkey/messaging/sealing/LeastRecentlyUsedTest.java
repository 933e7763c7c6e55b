package io.latchkey.messaging.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeastRecentlyUsedTest {

    private final LeastRecentlyUsed<String, Integer> values = new LeastRecentlyUsed<>(2);

    @Test
    void theOneUsedLongestAgoIsForgotten() {
        values.put("a", 1);
        values.put("b", 2);
        assertThat(values.get("a")).contains(1);
        values.put("c", 3);
        assertThat(values.get("a")).contains(1);
        assertThat(values.get("b")).isEmpty();
        assertThat(values.get("c")).contains(3);
    }

    @Test
    void aValueTakesTheOldOnesPlace() {
        values.put("a", 1);
        values.put("b", 2);
        values.put("a", 3);
        assertThat(values.get("a")).contains(3);
        assertThat(values.get("b")).contains(2);
    }
}

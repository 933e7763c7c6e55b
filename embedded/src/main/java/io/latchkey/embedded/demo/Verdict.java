package io.latchkey.embedded.demo;

/** How it ended, as counted at the end. */
record Verdict(long methodsProven, long rejections, long deadLetters, long reconfirmations, long plaintextHits) {

    static final Verdict EXPECTED = new Verdict(2, 5, 2, 1, 0);

    boolean ok() {
        return equals(EXPECTED);
    }

    String line() {
        return ok() ? "demo: ok " + counts() : "demo: failed " + counts() + "; expected " + EXPECTED.counts();
    }

    private String counts() {
        return "%d methods proven, %d rejections, %d dead letters, %d reconfirmation%s, %d plaintext hits"
                .formatted(
                        methodsProven,
                        rejections,
                        deadLetters,
                        reconfirmations,
                        reconfirmations == 1 ? "" : "s",
                        plaintextHits);
    }
}

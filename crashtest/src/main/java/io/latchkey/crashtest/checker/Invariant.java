package io.latchkey.crashtest.checker;

/** One promise, checked against what a run has left. */
@FunctionalInterface
interface Invariant {

    Finding check(History history);
}

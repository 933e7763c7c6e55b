package io.latchkey.simulation.schedule;

/**
 * What can happen. What its numbers choose is in the name of each.
 *
 * <p>New ones go to the end of their group; recorded schedules name them.
 */
public enum Kind {
    /** Instance {@code a} takes up to {@code c} steps of the work chosen by {@code b}. */
    WORK(false, 60),
    /** The polling thread of instance {@code a} has a turn and takes at most {@code b} records. */
    POLL(false, 30),
    /** A portal or an administrator publishes something: {@code a} says what, {@code b} and {@code c} about whom. */
    COMMAND(false, 20),
    /** A person tries codes: those of {@code a}, {@code b} of them, {@code c} says which digits. */
    GUESS(false, 10),
    /** Somebody looks for accounts that are due, by a clock turned ahead as {@code a} says. */
    SCAN(false, 3),
    /** Time passes, as {@code a} says. */
    PASS(false, 6),
    /** A stopped instance {@code a} starts anew. */
    START(false, 5),
    /** A paused instance {@code a} goes on. */
    RESUME(false, 5),
    /** What was on its way and reported lost arrives: item {@code a}. */
    ARRIVE(false, 4),
    /** Every instance that runs has a turn and does what it finds, {@code a} times. */
    TURNS(false, 6),
    /** A person enters the digits of a code that was read: which says {@code a}. */
    PROVE(false, 8),
    /** A person wishes something else: {@code a} says what, {@code b} and {@code c} for whom. */
    WISH(false, 8),
    /** An administrator asks for something else: {@code a} says what, {@code b} and {@code c} about whom. */
    ADMINISTER(false, 8),
    /** Instance {@code a} reads on in the policies, at most {@code b} records. */
    FOLLOW(false, 4),
    /** Instance {@code a} looks for accounts that were judged by an older policy. */
    REJUDGE(false, 2),
    /** Instance {@code a} takes up to {@code c} steps of a sweep. */
    SWEEP(false, 3),

    /** The call of port {@code b} that instance {@code a} makes next fails; {@code c} says how. */
    FAIL(true, 30),
    /** Instance {@code a} ends between two steps. */
    CRASH(true, 6),
    /** Instance {@code a} does nothing for a while, and does not know it. */
    PAUSE(true, 4),
    /** The group gives up instance {@code a}, which does not know it yet. */
    EXPIRE(true, 6),
    /** The group hands out partitions anew. */
    REBALANCE(true, 2),
    /** The clock of instance {@code a} is set as {@code b} says, from 5 minutes back to 5 minutes ahead. */
    CLOCK(true, 4),
    /** The clock of the broker is set likewise. */
    BROKER_CLOCK(true, 1),
    /** The database of service {@code a} is away for as long as {@code b} says. */
    DATABASE(true, 2),
    /** The schema registry is away likewise. */
    REGISTRY(true, 2),
    /** The broker is away likewise. */
    BROKER(true, 2),
    /** A provider answers its next calls as {@code a} says. */
    PROVIDER(true, 10),
    /** The rules of service {@code a} throw on some records, until somebody mends them. */
    BREAK_RULES(true, 2),
    /** The rules of service {@code a} are mended. */
    MEND_RULES(true, 3),
    /** An operator redrives dead letter {@code a}. */
    REDRIVE(true, 5),
    /** A record of topic {@code a} is published again, on any partition. */
    REPEAT(true, 5),
    /** The offsets of the group of service {@code a} are set to the beginning, the end or anywhere. */
    RESET_OFFSETS(true, 1),
    /** The watermarks of service {@code a} are dropped. */
    DROP_WATERMARKS(true, 1),
    /** A copy is made of the database of service {@code a}. */
    BACKUP(true, 4),
    /** The database of service {@code a} is restored from its copy, with all instances stopped. */
    RESTORE(true, 3),
    /** Topic {@code a} is deleted and made anew. */
    RECREATE(true, 1),
    /** Of topic {@code a}, partition {@code b}, the oldest records are gone. */
    RETENTION(true, 1);

    private final boolean fault;
    private final int weight;

    Kind(boolean fault, int weight) {
        this.fault = fault;
        this.weight = weight;
    }

    public boolean fault() {
        return fault;
    }

    /** How often it is drawn, against the others. */
    int weight() {
        return weight;
    }
}

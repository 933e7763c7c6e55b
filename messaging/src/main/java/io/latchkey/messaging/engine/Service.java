package io.latchkey.messaging.engine;

/**
 * The service that records are taken in for.
 *
 * @param name in dead letters
 * @param redriveTopic what only operators write to and only this service reads
 */
public record Service(String name, String redriveTopic) {}

package io.latchkey.messaging.engine;

/** Between bytes on topics and the types of decisions; the adapter of one service. */
public interface Codec<C, O> {

    /** @throws OutageException if the registry does not answer */
    Decoded<C> decode(InputRecord input);

    /** The topic that this outcome goes to; sequences are counted per topic. */
    String topicOf(O outcome);

    /**
     * Encodes and seals an outcome. Called once per outcome: the bytes are kept until delivered.
     *
     * @throws OutageException if the registry does not answer or a recipient's public key is not known yet
     */
    OutputRecord encode(O outcome, Envelope envelope);
}

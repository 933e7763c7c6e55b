package io.latchkey.bench.growth;

/**
 * How large the documents of a collection are.
 *
 * @param documents about how many there are
 * @param bytesPerDocument of BSON, the average of a sample
 * @param bytesPerAccount the same for each account of the installation, whether it has such a document or not; none has two
 */
public record CollectionBytes(
        String database, String collection, long documents, double bytesPerDocument, double bytesPerAccount) {}

package io.latchkey.bench.load;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * How the load on one side stands.
 *
 * @param nanos when, by the clock of the load's process
 * @param next the account that would come next
 * @param proven since this load began, and so the others
 * @param times in microseconds, of all that are recorded and have ended
 */
public record Standing(long nanos, int next, long proven, long rejected, int underWay, Histogram times) {

    private static final String BETWEEN = " ";

    @Override
    public String toString() {
        return String.join(
                BETWEEN,
                Long.toString(nanos),
                Integer.toString(next),
                Long.toString(proven),
                Long.toString(rejected),
                Integer.toString(underWay),
                encoded(times));
    }

    public static Standing parse(String line) {
        var words = line.split(BETWEEN);
        return new Standing(
                Long.parseLong(words[0]),
                Integer.parseInt(words[1]),
                Long.parseLong(words[2]),
                Long.parseLong(words[3]),
                Integer.parseInt(words[4]),
                decoded(words[5]));
    }

    private static String encoded(Histogram times) {
        var buffer = ByteBuffer.allocate(times.getNeededByteBufferCapacity());
        int length = times.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(buffer.array(), length));
    }

    private static Histogram decoded(String base64) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(base64)), 0);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("not a histogram", e);
        }
    }
}

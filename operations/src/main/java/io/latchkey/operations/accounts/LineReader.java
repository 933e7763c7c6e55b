package io.latchkey.operations.accounts;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file line by line from an offset. A line that is too long is passed over, so that memory stays small. */
final class LineReader implements Closeable {

    /** More than all columns can have. */
    static final int MAX_LINE_BYTES = 128 * 1024;

    private static final int BUFFER = 256 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private int next;
    private int filled;
    private long offset;
    private long number;

    /** @param number of the lines before the offset */
    LineReader(Path file, long offset, long number) throws IOException {
        this.in = Channels.newInputStream(FileChannel.open(file).position(offset));
        this.offset = offset;
        this.number = number;
    }

    /** Empty at the end. A last line needs no line's end. */
    Optional<Line> next() throws IOException {
        line.reset();
        boolean any = false;
        boolean tooLong = false;
        int read;
        while ((read = read()) >= 0) {
            any = true;
            if (read == '\n') {
                break;
            }
            tooLong |= line.size() >= MAX_LINE_BYTES;
            if (!tooLong) {
                line.write(read);
            }
        }
        return any ? Optional.of(line(tooLong)) : Optional.empty();
    }

    private Line line(boolean tooLong) {
        return new Line(++number, offset, tooLong ? new byte[0] : line.toByteArray(), tooLong);
    }

    private int read() throws IOException {
        if (next == filled) {
            filled = Math.max(0, in.read(buffer));
            next = 0;
            if (filled == 0) {
                return -1;
            }
        }
        offset++;
        return buffer[next++] & 0xff;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

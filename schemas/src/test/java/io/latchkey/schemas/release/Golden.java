package io.latchkey.schemas.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;

/** Between records, the bytes that a released version wrote, and text that people can compare. */
final class Golden {
    private static final GenericData MODEL = model();

    private Golden() {}

    private static GenericData model() {
        var model = new GenericData();
        model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        model.addLogicalTypeConversion(new Conversions.UUIDConversion());
        return model;
    }

    static byte[] bytes(GenericRecord record) {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<>(record.getSchema(), MODEL).write(record, encoder);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As JSON. */
    static String text(GenericRecord record) {
        return MODEL.toString(record);
    }

    /** What today's class makes of bytes that another version wrote. */
    static Object decode(byte[] bytes, Schema written, RecordType today) {
        try {
            return new SpecificDatumReader<>(written, today.schema())
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

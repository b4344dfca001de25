package io.scapa.detection.classifier;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes the values of a bundle's payload; arrays are preceded by their length. */
public final class BundleOutput {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private interface Write {
        void run() throws IOException;
    }

    private static void run(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    public void integer(int value) {
        run(() -> out.writeInt(value));
    }

    public void string(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        integer(utf8.length);
        run(() -> out.write(utf8));
    }

    public void doubles(double... values) {
        integer(values.length);
        for (double value : values) {
            run(() -> out.writeDouble(value));
        }
    }

    public void floats(float[] values) {
        integer(values.length);
        for (float value : values) {
            run(() -> out.writeFloat(value));
        }
    }

    public void halves(float[] values) {
        integer(values.length);
        for (float value : values) {
            run(() -> out.writeShort(Float.floatToFloat16(value)));
        }
    }

    /** Numbers that ascend from 0 or more, as differences in 7-bit groups, low group first. */
    public void ascending(int[] values) {
        integer(values.length);
        int previous = 0;
        for (int value : values) {
            int rest = value - previous;
            previous = value;
            while (rest > 0x7f) {
                bytes.write(rest & 0x7f | 0x80);
                rest >>>= 7;
            }
            bytes.write(rest);
        }
    }
}

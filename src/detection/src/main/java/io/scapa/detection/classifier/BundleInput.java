package io.scapa.detection.classifier;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads what {@link BundleOutput} wrote. The payload's hash was checked, so that lengths are to be trusted. */
public final class BundleInput {
    private final ByteBuffer in;

    BundleInput(ByteBuffer in) {
        this.in = in;
    }

    public int integer() {
        try {
            return in.getInt();
        } catch (BufferUnderflowException e) {
            throw new BundleException("the bundle ends too early");
        }
    }

    private int length(int unit) {
        int length = integer();
        if (length < 0 || (long) length * unit > in.remaining()) {
            throw new BundleException(
                    "the bundle states " + length + " values where " + in.remaining() + " bytes are left");
        }
        return length;
    }

    public String string() {
        byte[] utf8 = new byte[length(1)];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    public double[] doubles() {
        double[] values = new double[length(8)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getDouble();
        }
        return values;
    }

    public float[] floats() {
        float[] values = new float[length(4)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getFloat();
        }
        return values;
    }

    public float[] halves() {
        float[] values = new float[length(2)];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.float16ToFloat(in.getShort());
        }
        return values;
    }

    public int[] ascending() {
        int[] values = new int[length(1)];
        int previous = 0;
        for (int i = 0; i < values.length; i++) {
            int difference = 0;
            int shift = 0;
            byte group;
            do {
                group = in.get();
                difference |= (group & 0x7f) << shift;
                shift += 7;
            } while (group < 0);
            previous += difference;
            values[i] = previous;
        }
        return values;
    }

    public <T> List<T> list(Function<BundleInput, T> element) {
        int size = integer();
        List<T> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(element.apply(this));
        }
        return values;
    }
}

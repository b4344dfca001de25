package io.scapa.curation.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Big-endian longs in byte arrays. */
public final class Bytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Bytes() {}

    /** The long at a position. */
    public static long longAt(byte[] bytes, int position) {
        return (long) LONGS.get(bytes, position);
    }

    /** Writes a long at a position. */
    public static void put(byte[] bytes, int position, long value) {
        LONGS.set(bytes, position, value);
    }
}

package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.Device;
import io.scapa.detection.watermark.random.TorchRandom;

/** The fixed integer hash of the KGW family: a random permutation of 1,000,003 integers, plus one. Immutable. */
final class HashTable {
    private static final int SIZE = 1_000_003;

    private final int[] table;

    private HashTable(int[] table) {
        this.table = table;
    }

    /** The table drawn with a seed on a device. */
    static HashTable seededBy(long seed, Device device) {
        return switch (device) {
            case Device.Cpu cpu -> new HashTable(new TorchRandom(seed).permutation(SIZE));
            case Device.Cuda cuda ->
                new HashTable(GreenList.permutation(cuda, SIZE).permutation(seed));
        };
    }

    /** The hash of an integer: 1 to 1,000,003. */
    long of(long value) {
        return table[(int) Math.floorMod(value, (long) SIZE)] + 1L;
    }
}

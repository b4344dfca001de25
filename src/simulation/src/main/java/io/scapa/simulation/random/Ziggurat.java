package io.scapa.simulation.random;

/**
 * Tables of the ziggurat method for the normal density (Marsaglia and Tsang 2000, 256 layers), with 55-bit positions and
 * the layer taken from bits of its own, which removes the correlation that Doornik (2005) found in the original.
 */
final class Ziggurat {
    private static final int LAYERS = 256;
    private static final double TAIL = 3.6541528853610088;
    private static final double AREA = 0.00492867323399;
    private static final double SCALE = 0x1.0p55;

    /** Positions below this lie wholly under the curve in their layer. */
    static final long[] EDGE = new long[LAYERS];
    /** What one unit of position is worth in a layer. */
    static final double[] WIDTH = new double[LAYERS];

    private static final double[] DENSITY = new double[LAYERS];

    static {
        double density = Math.exp(-.5 * TAIL * TAIL);
        double outer = AREA / density;
        double x = TAIL;
        double previous = TAIL;
        EDGE[0] = (long) (x / outer * SCALE);
        EDGE[1] = 0;
        WIDTH[0] = outer / SCALE;
        WIDTH[LAYERS - 1] = x / SCALE;
        DENSITY[0] = 1;
        DENSITY[LAYERS - 1] = density;
        for (int i = LAYERS - 2; i >= 1; i--) {
            x = Math.sqrt(-2 * Math.log(AREA / x + Math.exp(-.5 * x * x)));
            EDGE[i + 1] = (long) (x / previous * SCALE);
            previous = x;
            DENSITY[i] = Math.exp(-.5 * x * x);
            WIDTH[i] = x / SCALE;
        }
    }

    private Ziggurat() {}

    /** Finishes a draw that fell outside the sure part of its layer: about 1 in 80. */
    static double resume(ChainRandom random, int firstLayer, long firstPosition) {
        int layer = firstLayer;
        long position = firstPosition;
        while (true) {
            if (layer == 0) {
                double beyond = tail(random);
                return position < 0 ? -beyond : beyond;
            }
            double x = position * WIDTH[layer];
            double height = DENSITY[layer] + random.nextDouble() * (DENSITY[layer - 1] - DENSITY[layer]);
            if (height < Math.exp(-.5 * x * x)) {
                return x;
            }
            long bits = random.nextLong();
            layer = (int) bits & 0xff;
            position = bits >> 8;
            if (Math.abs(position) < EDGE[layer]) {
                return position * WIDTH[layer];
            }
        }
    }

    private static double tail(ChainRandom random) {
        while (true) {
            double x = -Math.log(random.nextOpen()) / TAIL;
            double y = -Math.log(random.nextOpen());
            if (y + y >= x * x) {
                return TAIL + x;
            }
        }
    }
}

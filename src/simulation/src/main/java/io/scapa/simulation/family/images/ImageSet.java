package io.scapa.simulation.family.images;

import io.scapa.simulation.ScenarioException;
import java.util.List;

/**
 * Grey pictures of one size.
 *
 * @param name where they came from
 * @param side pixels per side
 * @param pictures pixels row by row, from 0 (background) to 1
 */
public record ImageSet(String name, int side, List<double[]> pictures) {
    /** Fewer than this leave nothing to hold out. */
    public static final int LEAST = 50;

    public ImageSet {
        pictures = List.copyOf(pictures);
        if (pictures.size() < LEAST) {
            throw new ScenarioException(
                    "images", "expected at least " + LEAST + " pictures, got " + pictures.size() + " from " + name);
        }
        for (double[] picture : pictures) {
            if (picture.length != side * side) {
                throw new ScenarioException(
                        "images", "expected " + side + " x " + side + " pixels, got " + picture.length + " in " + name);
            }
        }
    }

    /** Pixels per picture. */
    public int pixels() {
        return side * side;
    }

    /**
     * A picture of another size: each new pixel is the mean of the old ones under it, by area.
     *
     * @param pixels row by row
     */
    public static double[] scaled(double[] pixels, int width, int height, int side) {
        double[] scaled = new double[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                scaled[row * side + column] = mean(
                        pixels,
                        width,
                        column * (double) width / side,
                        (column + 1) * (double) width / side,
                        row * (double) height / side,
                        (row + 1) * (double) height / side);
            }
        }
        return scaled;
    }

    private static double mean(double[] pixels, int width, double left, double right, double top, double bottom) {
        double sum = 0;
        for (int y = (int) top; y < bottom; y++) {
            double high = Math.min(bottom, y + 1) - Math.max(top, y);
            for (int x = (int) left; x < right; x++) {
                sum += pixels[y * width + x] * high * (Math.min(right, x + 1) - Math.max(left, x));
            }
        }
        return sum / ((right - left) * (bottom - top));
    }
}

package io.scapa.simulation.family.images;

import java.util.List;

/** What real pictures usually look like: their mean, and how far from it the farthest tenth of them lies. */
final class UsualPicture {
    private final double[] mean;
    private final double rareFrom;

    private UsualPicture(double[] mean, double rareFrom) {
        this.mean = mean;
        this.rareFrom = rareFrom;
    }

    static UsualPicture of(List<double[]> pictures) {
        double[] mean = new double[pictures.get(0).length];
        for (double[] picture : pictures) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += picture[j] / pictures.size();
            }
        }
        UsualPicture usual = new UsualPicture(mean, 0);
        double[] distances = pictures.stream()
                .mapToDouble(picture -> usual.distance(picture, 0))
                .sorted()
                .toArray();
        return new UsualPicture(mean, distances[(int) (0.9 * distances.length)]);
    }

    /** Squared distance of a picture from the mean. */
    double distance(double[] rows, int at) {
        double sum = 0;
        for (int j = 0; j < mean.length; j++) {
            double d = rows[at + j] - mean[j];
            sum += d * d;
        }
        return sum;
    }

    /** Squared distance beyond which a picture is one of the farthest tenth. */
    double rareFrom() {
        return rareFrom;
    }
}

package io.scapa.cli.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.cli.InputException;
import io.scapa.cli.Terminal;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.family.images.ImageSet;
import io.scapa.text.json.Json;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Pictures for the presets on pictures: the catalogue's digits, or a folder of PNG, JPEG, GIF or BMP files. */
final class ImageFiles {
    private static final String DIGITS = "digits";
    private static final int DIGIT_SIDE = 28;
    private static final int SIDE = 14;
    private static final int MOST = 20_000;

    private ImageFiles() {}

    /**
     * Reads pictures and makes them {@value #SIDE} pixels wide and high, dark on light as 1 on 0 where most of a picture is
     * light.
     *
     * @param folder a folder, or {@code digits}
     * @throws InputException where there are none
     */
    static ImageSet read(Path folder, Terminal terminal) throws IOException {
        boolean digits = folder.toString().equals(DIGITS) && !Files.exists(folder);
        List<double[]> pictures = digits ? digits(CataloguePackage.folder(DIGITS, terminal)) : pictures(folder);
        try {
            return new ImageSet(folder.getFileName().toString(), SIDE, pictures);
        } catch (ScenarioException few) {
            throw new InputException(String.valueOf(few.getMessage()));
        }
    }

    /** The digits in turn, so that any stretch has all ten. */
    private static List<double[]> digits(Path folder) throws IOException {
        List<JsonNode> byDigit = new ArrayList<>();
        for (int digit = 0; digit <= 9; digit++) {
            Path file = folder.resolve("src/digits/" + digit + ".json");
            byDigit.add(Json.mapper().readTree(Files.readString(file)).path("data"));
        }
        int pixels = DIGIT_SIDE * DIGIT_SIDE;
        int each = byDigit.stream().mapToInt(data -> data.size() / pixels).min().orElse(0);
        List<double[]> pictures = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            for (JsonNode data : byDigit) {
                double[] picture = new double[pixels];
                for (int j = 0; j < pixels; j++) {
                    picture[j] = data.get(i * pixels + j).asDouble();
                }
                pictures.add(ImageSet.scaled(picture, DIGIT_SIDE, DIGIT_SIDE, SIDE));
            }
        }
        return pictures;
    }

    private static List<double[]> pictures(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder + ": a folder of pictures is expected, or " + DIGITS);
        }
        List<double[]> pictures = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                BufferedImage image = pictures.size() < MOST ? ImageIO.read(file.toFile()) : null;
                if (image != null) {
                    pictures.add(grey(image));
                }
            }
        }
        return pictures;
    }

    private static double[] grey(BufferedImage image) {
        double[] light = new double[image.getWidth() * image.getHeight()];
        double sum = 0;
        for (int i = 0; i < light.length; i++) {
            int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
            light[i] = (0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff)) / 255;
            sum += light[i];
        }
        if (sum > light.length / 2.0) {
            for (int i = 0; i < light.length; i++) {
                light[i] = 1 - light[i];
            }
        }
        return ImageSet.scaled(light, image.getWidth(), image.getHeight(), SIDE);
    }
}

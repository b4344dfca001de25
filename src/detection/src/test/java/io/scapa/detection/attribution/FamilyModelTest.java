package io.scapa.detection.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.scapa.detection.classifier.BundleException;
import io.scapa.detection.classifier.LinearModel;
import io.scapa.detection.features.FeatureText;
import io.scapa.detection.features.Hashing;
import io.scapa.detection.features.WordNgrams;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FamilyModelTest {
    private static final List<String> FAMILIES = List.of("gpt", "llama", "claude");
    private static final double[] CONFIDENCE = {0.5, 0.25, -1};

    /** Each family's word is the one that its head likes; the era's head likes "newer". */
    private final FamilyModel model = model(0.2);

    private static FamilyModel model(double least) {
        String[] words = {"tapestry", "robust", "nuance", "newer"};
        int[] buckets =
                Arrays.stream(words).mapToInt(FamilyModelTest::bucket).sorted().toArray();
        float[][] weights = new float[words.length][buckets.length];
        float[] idf = new float[buckets.length];
        Arrays.fill(idf, 1.5f);
        for (int head = 0; head < words.length; head++) {
            Arrays.fill(weights[head], head < FAMILIES.size() ? -1 : 0);
            weights[head][Arrays.binarySearch(buckets, bucket(words[head]))] = 2;
        }
        LinearModel heads = new LinearModel(new WordNgrams(1), buckets, idf, weights, new float[] {0, 0, 0, -0.5f});
        return new FamilyModel("test", "en", FAMILIES, heads, least, CONFIDENCE);
    }

    private static int bucket(String word) {
        return Hashing.bucket(Hashing.append(0, Hashing.of(word)));
    }

    private Attribution attribute(String words) {
        FeatureText text = new FeatureText();
        text.read(words, 1000);
        return model.attribute(text, new LinearModel.Scratch());
    }

    @Test
    void theHeadWithTheLargestMarginNamesTheFamily() {
        assertThat(attribute("a rich tapestry of things").family()).isEqualTo("gpt");
        assertThat(attribute("a robust thing").family()).isEqualTo("llama");
        assertThat(attribute("nuance and more nuance").family()).isEqualTo("claude");
    }

    @Test
    void aTextThatNoHeadClaimsIsUnknownAndStillSaysWhatIsNearest() {
        Attribution nothing = attribute("words of nobody");
        assertThat(nothing.isKnown()).isFalse();
        assertThat(nothing.family()).isEqualTo(FamilyModel.UNKNOWN);
        assertThat(nothing.nearest()).isIn(FAMILIES);
        assertThat(nothing.strength()).isZero();
        Attribution both = attribute("tapestry robust nuance");
        assertThat(both.isKnown()).as("three that exclude each other").isFalse();
    }

    @Test
    void theLimitItselfIsKnown() {
        assertThat(model.attribute(new double[] {0.2, 0.1, 0, 0}).isKnown()).isTrue();
        assertThat(model.attribute(new double[] {Math.nextDown(0.2), 0.1, 0, 0}).isKnown())
                .isFalse();
    }

    @Test
    void confidenceIsLogisticInStrengthAndLead() {
        double[][] margins = {{3, 1, -2, 0}, {1, 3, -2, 0}, {-2, 1, 3, 0}};
        for (int f = 0; f < margins.length; f++) {
            Attribution found = model.attribute(margins[f]);
            assertThat(found.nearest()).isEqualTo(FAMILIES.get(f));
            assertThat(found.strength()).isEqualTo(3);
            assertThat(found.confidence())
                    .as("lead of 2, whatever the order")
                    .isCloseTo(1 / (1 + Math.exp(-(0.5 * 3 + 0.25 * 2 - 1))), within(1e-12));
        }
        assertThat(model.attribute(new double[] {3, 2.9, 0, 0}).confidence())
                .isLessThan(model.attribute(new double[] {3, 0, 0, 0}).confidence());
    }

    @Test
    void theEraIsTheLastHeadAndMovesNoFamily() {
        assertThat(attribute("newer").newer()).isCloseTo(1 / (1 + Math.exp(-1.5)), within(1e-6));
        assertThat(attribute("tapestry").newer()).isCloseTo(1 / (1 + Math.exp(0.5)), within(1e-6));
        assertThat(model.attribute(new double[] {1, 0, 0, 99}).family()).isEqualTo("gpt");
    }

    @Test
    void comesBackFromItsBytes() {
        byte[] bytes = model.toBytes();
        FamilyModel read = FamilyModel.read(ByteBuffer.wrap(bytes), "bytes");
        assertThat(read.toBytes()).isEqualTo(bytes);
        assertThat(read.families()).isEqualTo(FAMILIES);
        double[] margins = {0.5, 2, 1, -1};
        assertThat(read.attribute(margins)).isEqualTo(model.attribute(margins));
    }

    @Test
    void damagedAndForeignFilesAreRefused() {
        byte[] bytes = model.toBytes();
        bytes[bytes.length / 2] ^= 1;
        assertThatThrownBy(() -> FamilyModel.read(ByteBuffer.wrap(bytes), "torn.families"))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("torn.families")
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> FamilyModel.read(ByteBuffer.wrap("no model at all".getBytes()), "x.families"))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("SCAPAFAM");
    }

    @Test
    void aHeadForEachFamilyAndOneForTheEraAreNeeded() {
        assertThatThrownBy(() -> new FamilyModel("r", "en", List.of("gpt"), model.heads(), 0, CONFIDENCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a head for each of [gpt] and one for the era, got 4");
        assertThatThrownBy(() -> new FamilyModel("r", "en", FAMILIES, model.heads(), 0, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("three factors, got 2");
    }
}

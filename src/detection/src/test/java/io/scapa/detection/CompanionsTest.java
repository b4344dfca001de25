package io.scapa.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.detection.attribution.FamilyModel;
import io.scapa.detection.classifier.Bundle;
import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.classifier.LinearModel;
import io.scapa.detection.segmentation.PassageModel;
import io.scapa.detection.segmentation.Segmenter;
import io.scapa.provenance.Document;
import io.scapa.provenance.Evidence;
import io.scapa.provenance.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanionsTest {
    private static final String HUMAN = """
            I got to the shop about ten and it was shut, which I half expected because Dave never opens on time. So I sat on the wall \
            and ate the pasty I'd bought for lunch. A dog came and looked at me. Not much happens round there on a Tuesday. When he did \
            turn up he'd forgotten the key, and we walked back to his mum's to fetch it, and she made us tea, and that was that till noon. \
            The drill I wanted wasn't in anyway. He said Thursday. He always says Thursday, and I've stopped asking which one. We had a \
            look at the old Bedford he's doing up instead. Rust right through the sills. He reckons two weekends, I'd say two years, and \
            his mum reckons never. I lent him my grinder last March and there it was under the bench with the guard off. Didn't say \
            anything. You don't, do you. Walked home the long way by the canal because the sun had come out.
            """;
    private static final String MACHINE = """
            In conclusion, it is important to note that effective communication plays a crucial role in fostering a positive work \
            environment. By promoting open dialogue and encouraging collaboration, organizations can enhance productivity and ensure \
            that employees feel valued and supported. Furthermore, embracing diverse perspectives allows teams to develop innovative \
            solutions to complex challenges. Additionally, leaders should prioritize transparency and provide regular feedback, as this \
            helps to build trust and create a culture of continuous improvement. Overall, investing in communication is essential for \
            long-term success. Moreover, it is crucial to recognize that technology can serve as a powerful tool in this regard, offering \
            a wide range of platforms that facilitate seamless interaction. Ultimately, by fostering a supportive atmosphere, organizations \
            can navigate the complexities of the modern workplace and achieve their goals.
            """;

    private final Assessor assessor = Assessors.shipped(AssessorOptions.standard());

    @Test
    void areOfTheShippedRelease() {
        Classifier shipped = Assessors.shippedClassifier();
        Companions companions = Companions.shippedFor(shipped);
        assertThat(companions.passages()).isNotNull();
        assertThat(companions.families()).isNotNull();
        assertThat(companions.of("another release")).isEqualTo(Companions.NONE);
    }

    @Test
    void aFileTakesThoseThatLieBesideIt(@TempDir Path folder) throws IOException {
        Companions shipped = Companions.shippedFor(Assessors.shippedClassifier());
        assertThat(Companions.beside(folder.resolve("mine.bundle"))).isEqualTo(Companions.NONE);
        Files.write(folder.resolve("mine.passages"), shipped.passages().toBytes());
        Files.write(folder.resolve("mine.families"), shipped.families().toBytes());
        Companions found = Companions.beside(folder.resolve("mine.bundle"));
        assertThat(found.passages().toBytes()).isEqualTo(shipped.passages().toBytes());
        assertThat(found.families().toBytes()).isEqualTo(shipped.families().toBytes());
    }

    @Test
    void ownModelsFindTheirOwnInTheirFolderAndNoOtherReleases(@TempDir Path folder) throws IOException {
        Classifier shipped = Assessors.shippedClassifier();
        Companions theirs = Companions.shippedFor(shipped);
        Path bundle = folder.resolve("mine.bundle");
        Files.write(
                folder.resolve("mine.passages"),
                named(theirs.passages(), "mine").toBytes());
        Files.write(
                folder.resolve("mine.families"),
                named(theirs.families(), "older").toBytes());
        for (String release : new String[] {"mine", "mine+0a1b2c3d"}) {
            Companions found = Companions.near(bundle, named(shipped, release));
            assertThat(found.passages()).isNotNull();
            assertThat(found.passages().release()).isEqualTo("mine");
            assertThat(found.families()).as("of another release").isNull();
        }
        assertThat(Companions.near(bundle, named(shipped, "mine2"))).isEqualTo(Companions.NONE);
        assertThat(Companions.near(bundle, shipped)).isEqualTo(theirs);
        assertThat(Companions.near(bundle, named(shipped, shipped.release() + "+0a1b2c3d")))
                .isEqualTo(theirs);
    }

    @Test
    void anAssessorFromAFileShowsItsOwnPassages(@TempDir Path folder) throws IOException {
        Classifier shipped = Assessors.shippedClassifier();
        Path bundle = folder.resolve("mine.bundle");
        Bundle.write(named(shipped, "mine"), bundle);
        String mixed = HUMAN.repeat(2) + "\n\n" + MACHINE.repeat(2);
        assertThat(passages(Assessors.fromFile(bundle, AssessorOptions.standard()), mixed))
                .isEmpty();
        assertThat(passages(
                        Assessors.fromFile(bundle, AssessorOptions.standard().withMixed(true)), mixed))
                .singleElement()
                .satisfies(
                        why -> assertThat(why.details()).isEqualTo(Map.of("notParted", "the model has no passages")));
        Files.write(
                folder.resolve("mine.passages"),
                named(Companions.shippedFor(shipped).passages(), "mine").toBytes());
        assertThat(passages(Assessors.fromFile(bundle, AssessorOptions.standard()), mixed))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.version()).isEqualTo("mine"));
    }

    /** Features of the passages' model are the classifier's, found once; a classifier that lacks some has them looked up. */
    @Test
    void whatTheClassifierFoundAndWhatIsLookedUpAnewGiveTheSame() {
        Classifier shipped = Assessors.shippedClassifier();
        Companions theirs = Companions.shippedFor(shipped);
        LinearModel model = shipped.models().getFirst();
        float[] passages = theirs.passages().head().contributionsIn(model, 0);
        int[] families = theirs.families().heads().sharedWith(model);
        assertThat(passages).isNotNull();
        assertThat(families).isNotNull();
        Segmenter segmenter = new Segmenter(theirs.passages());
        Classifier.Workspace room = shipped.workspace();
        Segmenter told = new Segmenter(theirs.passages(), true);
        assertThat(told.segment(HUMAN).synthetic()).isNotEmpty();
        for (String text : new String[] {"", HUMAN, MACHINE, HUMAN.repeat(2) + MACHINE, MACHINE.repeat(3) + HUMAN}) {
            shipped.read(text, room);
            assertThat(segmenter.segmentWhereFound(room.text(), room.found(0), passages))
                    .isEqualTo(segmenter.segmentWhereFound(room.text()));
            assertThat(told.segmentWhereFound(room.text(), room.found(0), passages))
                    .isEqualTo(told.segment(room.text()));
            assertThat(theirs.families().attribute(room.found(0), families))
                    .isEqualTo(theirs.families().attribute(room.text(), new LinearModel.Scratch()));
        }
        assertThat(model.sharedWith(theirs.families().heads()))
                .as("another family of features")
                .isNull();
        assertThat(theirs.passages().head().sharedWith(theirs.families().heads()))
                .as("it lacks some")
                .isNull();
    }

    private static List<Evidence> passages(Assessor assessor, String text) {
        return assessor.assess(Document.ofText(text)).evidence().stream()
                .filter(e -> e.detector().equals("classifier/passages"))
                .toList();
    }

    private static Classifier named(Classifier c, String release) {
        return new Classifier(
                release,
                c.models(),
                c.stack(),
                c.alternatives(),
                c.slope(),
                c.shift(),
                c.ceiling(),
                c.flag(),
                c.humans(),
                c.language());
    }

    private static PassageModel named(PassageModel m, String release) {
        return new PassageModel(release, m.language(), m.head(), m.unit(), m.purity(), m.gate(), m.shareError());
    }

    private static FamilyModel named(FamilyModel m, String release) {
        return new FamilyModel(release, m.language(), m.families(), m.heads(), m.least(), m.confidence());
    }

    @Test
    void aSyntheticPassageIsShownInThePlacesOfTheOriginal() {
        String original = HUMAN.repeat(2).replace("the ", "the\u200b ") + "\n\n" + MACHINE.repeat(2);
        List<Evidence> passages = assessor.assess(Document.ofText(original)).evidence().stream()
                .filter(e -> e.detector().equals("classifier/passages"))
                .toList();
        assertThat(passages).hasSizeGreaterThanOrEqualTo(2);
        assertThat((double) passages.getFirst().details().get("syntheticShare")).isBetween(0.2, 0.8);
        assertThat(passages).allSatisfy(e -> assertThat(e.logLikelihoodRatio()).isNull());
        assertThat(passages.stream()
                        .skip(1)
                        .anyMatch(e -> original.substring(
                                        e.span().from(), e.span().to())
                                .contains("embracing diverse perspectives")))
                .isTrue();
    }

    @Test
    void whoKnowsThatATextIsMixedIsToldWhereAndNothingElseChanges() {
        Assessor told = Assessors.shipped(AssessorOptions.standard().withMixed(true));
        assertThat(passages(assessor, HUMAN)).isEmpty();
        List<Evidence> where = passages(told, HUMAN);
        assertThat(where).hasSizeGreaterThanOrEqualTo(2);
        assertThat((double) where.getFirst().details().get("syntheticShare"))
                .isEqualTo(where.getFirst().details().get("shareIfMixed"))
                .isBetween(0.05, 0.95);
        for (String share : new String[] {"syntheticShare", "shareIfMixed"}) {
            double value = (double) where.getFirst().details().get(share);
            List<?> interval = (List<?>) where.getFirst().details().get(share + "Interval");
            assertThat(value).isBetween((double) interval.getFirst(), (double) interval.getLast());
            assertThat((double) interval.getLast() - (double) interval.getFirst())
                    .isBetween(0.05, 0.95);
        }
        for (String text : new String[] {HUMAN, MACHINE, HUMAN.repeat(2) + MACHINE.repeat(2), "Too short to part."}) {
            Document document = Document.ofText(text);
            assertThat(told.assess(document).synthetic())
                    .isEqualTo(assessor.assess(document).synthetic());
        }
        assertThat(passages(told, "Too short to part.")).singleElement().satisfies(why -> {
            assertThat(why.details()).isEqualTo(Map.of("notParted", "4 words; passages need 150"));
            assertThat(why.span()).isNull();
        });
        assertThat(passages(
                        told,
                        "Der alte Mann ging langsam hinunter zum Hafen und sah den Schiffen zu, wie jeden Tag."
                                .repeat(12)))
                .singleElement()
                .satisfies(why -> assertThat(why.details())
                        .isEqualTo(Map.of("notParted", "passages are found in language en only")));
    }

    @Test
    void aHumanTextShowsNone() {
        assertThat(assessor.assess(Document.ofText(HUMAN)).evidence())
                .extracting(Evidence::detector)
                .doesNotContain("classifier/passages", "classifier/family");
    }

    @Test
    void aSyntheticTextNamesAFamilyOrSaysUnknown() {
        var assessment = assessor.assess(Document.ofText(MACHINE));
        assertThat(assessment.synthetic().verdict().origin()).isEqualTo(Origin.SYNTHETIC);
        Evidence family = assessment.evidence().stream()
                .filter(e -> e.detector().equals("classifier/family"))
                .findFirst()
                .orElseThrow();
        List<String> known =
                Companions.shippedFor(Assessors.shippedClassifier()).families().families();
        assertThat(family.details().get("nearest")).isIn(known);
        assertThat(family.details().get("family")).isIn(family.details().get("nearest"), FamilyModel.UNKNOWN);
        assertThat(family.logLikelihoodRatio()).isNull();
    }
}

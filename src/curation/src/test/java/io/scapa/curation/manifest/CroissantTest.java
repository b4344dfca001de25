package io.scapa.curation.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.curation.CollapseCheck;
import io.scapa.curation.Curator;
import io.scapa.curation.Progress;
import io.scapa.curation.TestDocuments;
import io.scapa.curation.TestRecipes;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Croissant file as linked data: our shapes hold, and the nodes that they speak of exist. */
class CroissantTest {
    private static final String SCHEMA = "https://schema.org/";
    private static final String CROISSANT = "http://mlcommons.org/croissant/";
    private static final String RAI = "http://mlcommons.org/croissant/RAI/";
    private static final String PROV = "http://www.w3.org/ns/prov#";

    @TempDir
    private Path folder;

    private ObjectNode croissant;

    @BeforeEach
    void export() throws IOException {
        Path dataset = folder.resolve("out");
        Curator.standard()
                .export(
                        TestRecipes.balanced(8_000, "shards: {documents: 100}"),
                        TestDocuments.of(TestDocuments.mixed(5, 900)),
                        dataset,
                        CollapseCheck.none(),
                        Progress.none());
        croissant = (ObjectNode) new ObjectMapper().readTree(Files.readString(dataset.resolve("croissant.json")));
    }

    @Test
    void conformsToTheShapes() throws IOException {
        Model model = model(croissant);

        assertThat(datasets(model))
                .as("without a dataset node the shapes would hold for nothing")
                .isEqualTo(1);
        assertThat(count(model, CROISSANT + "FileObject")).isGreaterThan(1);
        assertThat(count(model, CROISSANT + "FileSet")).isEqualTo(1);
        assertThat(count(model, CROISSANT + "RecordSet")).isEqualTo(2);
        assertThat(count(model, CROISSANT + "Field")).isGreaterThan(15);
        assertThat(validate(model).conforms()).as(() -> "all shapes").isTrue();
    }

    @Test
    void hasTheEightFieldsThatNeuripsAsksFor() throws IOException {
        Model model = model(croissant);

        for (String property : List.of(
                RAI + "dataLimitations",
                RAI + "dataBiases",
                RAI + "personalSensitiveInformation",
                RAI + "dataUseCases",
                RAI + "dataSocialImpact",
                RAI + "hasSyntheticData",
                PROV + "wasDerivedFrom",
                PROV + "wasGeneratedBy")) {
            assertThat(model.listObjectsOfProperty(model.createProperty(property))
                            .toList())
                    .as(property)
                    .isNotEmpty();
        }
        assertThat(croissant.path("rai:hasSyntheticData").isBoolean()).isTrue();
    }

    @Test
    void withThePlainHttpContextThereIsNoDatasetAtAll() throws IOException {
        ObjectNode context = (ObjectNode) croissant.path("@context");
        context.put("@vocab", "http://schema.org/").put("sc", "http://schema.org/");

        Model model = model(croissant);

        assertThat(datasets(model))
                .as("the dataset shape would be applied to nothing")
                .isZero();
    }

    @Test
    void theShapesFindWhatIsMissingOrMalformed() throws IOException {
        assertThat(conformsAfter(json -> json.remove("license"))).isFalse();
        assertThat(conformsAfter(json -> json.remove("creator"))).isFalse();
        assertThat(conformsAfter(json -> json.remove("datePublished"))).isFalse();
        assertThat(conformsAfter(json -> json.putArray("conformsTo").add("http://mlcommons.org/croissant/0.8")))
                .isFalse();
        assertThat(conformsAfter(json ->
                        ((ObjectNode) json.path("distribution").get(0)).put("sha256", "https://example.org/80")))
                .isFalse();
        assertThat(conformsAfter(json -> ((ObjectNode) json.path("distribution").get(0)).remove("encodingFormat")))
                .isFalse();
        assertThat(conformsAfter(json -> ((ObjectNode)
                                json.path("recordSet").get(1).path("field").get(0))
                        .remove("dataType")))
                .isFalse();
        assertThat(conformsAfter(json -> ((ObjectNode) json.path("recordSet").get(1)).remove("field")))
                .isFalse();
    }

    @Test
    void theFileSetIsNotContainedInAnything() {
        croissant
                .path("distribution")
                .forEach(file -> assertThat(file.has("containedIn")).isFalse());
    }

    private boolean conformsAfter(Consumer<ObjectNode> edit) throws IOException {
        ObjectNode copy = croissant.deepCopy();
        edit.accept(copy);
        Model model = model(copy);
        assertThat(datasets(model)).isEqualTo(1);
        return validate(model).conforms();
    }

    private static int datasets(Model model) {
        return count(model, SCHEMA + "Dataset");
    }

    private static int count(Model model, String type) {
        return model.listSubjectsWithProperty(RDF.type, model.createResource(type))
                .toList()
                .size();
    }

    private static Model model(ObjectNode json) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(json.toString()), "urn:scapa:test/", Lang.JSONLD);
        return model;
    }

    private static ValidationReport validate(Model model) {
        Model shapes = ModelFactory.createDefaultModel();
        RDFDataMgr.read(
                shapes, CroissantTest.class.getResource("/croissant-shapes.ttl").toString());
        return ShaclValidator.get().validate(Shapes.parse(shapes.getGraph()), model.getGraph());
    }
}

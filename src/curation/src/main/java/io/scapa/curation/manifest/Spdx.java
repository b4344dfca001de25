package io.scapa.curation.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.shard.ShardEntry;

/** Renders a manifest as an SPDX 3.0.1 document with the dataset profile, for those who keep bills of materials. */
public final class Spdx {
    private static final String CREATION = "_:creation";

    private final Manifest manifest;
    private final Recipe recipe;
    private final String base;
    private final String created;
    private final ArrayNode graph = JsonNodeFactory.instance.arrayNode();

    private Spdx(Manifest manifest) {
        this.manifest = manifest;
        this.recipe = manifest.recipe();
        this.base =
                "urn:scapa:spdx:" + recipe.hash() + ":" + manifest.snapshot().sha256() + "#";
        this.created = recipe.asOf() + "T00:00:00Z";
    }

    /** The SPDX document of a manifest. */
    public static ObjectNode toJson(Manifest manifest) {
        return new Spdx(manifest).json();
    }

    private ObjectNode json() {
        ObjectNode creation = graph.addObject();
        creation.put("type", "CreationInfo")
                .put("@id", CREATION)
                .put("specVersion", "3.0.1")
                .put("created", created);
        creation.putArray("createdBy").add(base + "creator");
        element("Organization", "creator").put("name", recipe.creator().name());
        dataset();
        for (ShardEntry shard : manifest.shards()) {
            ObjectNode file = element("software_File", "file/" + shard.path());
            file.put("name", shard.path());
            hash(file, shard.sha256());
        }
        element("simplelicensing_LicenseExpression", "license")
                .put("simplelicensing_licenseExpression", recipe.license());
        ArrayNode contained = relationship("contains", "contains");
        manifest.shards().forEach(shard -> contained.add(base + "file/" + shard.path()));
        relationship("declared", "hasDeclaredLicense").add(base + "license");
        relationship("concluded", "hasConcludedLicense").add(base + "license");
        ObjectNode document = element("SpdxDocument", "document");
        document.putArray("profileConformance")
                .add("core")
                .add("software")
                .add("simpleLicensing")
                .add("dataset");
        document.putArray("rootElement").add(base + "dataset");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("@context", "https://spdx.org/rdf/3.0.1/spdx-context.jsonld");
        json.set("@graph", graph);
        return json;
    }

    private void dataset() {
        ObjectNode dataset = element("dataset_DatasetPackage", "dataset");
        dataset.put("name", recipe.name());
        dataset.put("description", Words.description(manifest));
        dataset.putArray("originatedBy").add(base + "creator");
        dataset.put("builtTime", created);
        dataset.put("releaseTime", created);
        dataset.put("software_packageVersion", recipe.version());
        dataset.put("software_primaryPurpose", "data");
        dataset.put("software_downloadLocation", recipe.url());
        dataset.putArray("dataset_datasetType").add("text");
        dataset.put("dataset_datasetSize", manifest.documents());
        dataset.put("dataset_dataCollectionProcess", Words.selection());
        dataset.putArray("dataset_dataPreprocessing").add(Words.preprocessing(manifest));
        dataset.putArray("dataset_knownBias").add(Words.biases());
        dataset.put("dataset_intendedUse", Words.useCases());
        dataset.put("dataset_hasSensitivePersonalInformation", "noAssertion");
        dataset.put("comment", Words.syntheticData(manifest));
    }

    private ArrayNode relationship(String id, String type) {
        ObjectNode relationship = element("Relationship", "relationship/" + id);
        relationship.put("from", base + "dataset").put("relationshipType", type);
        return relationship.putArray("to");
    }

    private ObjectNode element(String type, String id) {
        return graph.addObject().put("type", type).put("spdxId", base + id).put("creationInfo", CREATION);
    }

    private static void hash(ObjectNode element, String sha256) {
        element.putArray("verifiedUsing")
                .addObject()
                .put("type", "Hash")
                .put("algorithm", "sha256")
                .put("hashValue", sha256);
    }
}

package io.scapa.curation.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.ShardSettings;
import io.scapa.curation.shard.ShardEntry;
import io.scapa.provenance.Pool;

/**
 * Renders a manifest as Croissant 1.1 with the responsible-AI terms that NeurIPS asks for and PROV-O.
 *
 * <p>The shards stand as file objects with their hashes; next to them a file set <em>without</em> {@code containedIn} names
 * them by a pattern, which is the form that the reference reader can load.
 */
public final class Croissant {
    private static final String SHARDS = "shards";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Manifest manifest;
    private final Recipe recipe;

    private Croissant(Manifest manifest) {
        this.manifest = manifest;
        this.recipe = manifest.recipe();
    }

    /** The Croissant file of a manifest. */
    public static ObjectNode toJson(Manifest manifest) {
        return new Croissant(manifest).json();
    }

    private ObjectNode json() {
        ObjectNode json = NODES.objectNode();
        json.set("@context", CroissantContext.json());
        json.put("@type", "sc:Dataset");
        json.putArray("conformsTo")
                .add("http://mlcommons.org/croissant/1.1")
                .add("http://mlcommons.org/croissant/RAI/1.0");
        json.put("name", recipe.name());
        json.put("description", Words.description(manifest));
        json.put("url", recipe.url());
        json.put("version", recipe.version());
        json.put("datePublished", recipe.asOf().toString());
        json.put("license", recipe.license());
        ObjectNode creator = json.putObject("creator")
                .put("@type", "Organization")
                .put("name", recipe.creator().name());
        if (recipe.creator().url() != null) {
            creator.put("url", recipe.creator().url());
        }
        json.put(
                "citeAs",
                recipe.creator().name() + ": " + recipe.name() + ", version " + recipe.version() + ", "
                        + recipe.asOf().getYear() + ".");
        responsibleAi(json);
        provenance(json);
        distribution(json.putArray("distribution"));
        ArrayNode recordSets = json.putArray("recordSet");
        recordSets.add(pools());
        recordSets.add(documents());
        return json;
    }

    private void responsibleAi(ObjectNode json) {
        json.put("rai:hasSyntheticData", Words.hasSynthetic(manifest));
        ArrayNode tools = json.putArray("rai:machineAnnotationTools");
        manifest.snapshot().releases().keySet().forEach(tools::add);
        json.putArray("rai:dataLimitations").add(Words.limitations(manifest));
        json.putArray("rai:dataBiases").add(Words.biases());
        json.putArray("rai:personalSensitiveInformation").add(Words.personalInformation(manifest));
        json.putArray("rai:dataUseCases").add(Words.useCases());
        json.put("rai:dataSocialImpact", Words.socialImpact());
        json.put("rai:syntheticDataExplanation", Words.syntheticData(manifest));
        json.putArray("rai:dataPreprocessingProtocol").add(Words.preprocessing(manifest));
        json.putArray("rai:dataManipulationProtocol").add(Words.selection());
    }

    private void provenance(ObjectNode json) {
        ArrayNode derived = json.putArray("prov:wasDerivedFrom");
        for (SourceInput source : manifest.snapshot().sources()) {
            derived.addObject()
                    .put("@id", "urn:scapa:snapshot:sha256:" + source.sha256())
                    .put("@type", "prov:Entity")
                    .put("name", source.source());
        }
        ObjectNode activity = json.putObject("prov:wasGeneratedBy");
        activity.put("@type", "prov:Activity");
        activity.put(
                "@id",
                "urn:scapa:export:sha256:" + recipe.hash() + ":"
                        + manifest.snapshot().sha256());
        activity.putObject("prov:used").put("@id", "urn:scapa:recipe:sha256:" + recipe.hash());
        ArrayNode agents = activity.putArray("prov:wasAssociatedWith");
        manifest.snapshot()
                .releases()
                .keySet()
                .forEach(release -> agents.addObject()
                        .put("@type", "prov:SoftwareAgent")
                        .put("@id", "urn:scapa:release:" + Words.urnPart(release)));
    }

    private void distribution(ArrayNode json) {
        String format = recipe.shards().format() == ShardSettings.Format.PARQUET
                ? "application/x-parquet"
                : "application/jsonlines";
        for (ShardEntry shard : manifest.shards()) {
            json.addObject()
                    .put("@type", "cr:FileObject")
                    .put("@id", shard.path())
                    .put("name", shard.path().substring(shard.path().lastIndexOf('/') + 1))
                    .put("contentUrl", shard.path())
                    .put("contentSize", shard.bytes() + " B")
                    .put("encodingFormat", format)
                    .put("sha256", shard.sha256());
        }
        json.addObject()
                .put("@type", "cr:FileSet")
                .put("@id", SHARDS)
                .put("name", SHARDS)
                .put("encodingFormat", format)
                .put("includes", "train/*." + recipe.shards().format().suffix());
    }

    private ObjectNode pools() {
        ObjectNode json = NODES.objectNode();
        json.put("@type", "cr:RecordSet").put("@id", "pools").put("name", "pools");
        json.put("description", "The realised mixture: the share of each pool by tokens, with its 95% interval.");
        json.putObject("key").put("@id", "pools/name");
        ArrayNode fields = json.putArray("field");
        field(fields, "pools/name", "sc:Text");
        for (String number : new String[] {"target", "tolerance", "share", "share_lower95", "share_upper95"}) {
            field(fields, "pools/" + number, "sc:Float");
        }
        field(fields, "pools/tokens", "sc:Integer");
        field(fields, "pools/documents", "sc:Integer");
        ArrayNode data = json.putArray("data");
        for (PoolShare share : manifest.realised().pools()) {
            data.addObject()
                    .put("pools/name", share.pool().symbol())
                    .put("pools/target", share.target())
                    .put("pools/tolerance", share.tolerance())
                    .put("pools/share", share.share())
                    .put("pools/share_lower95", share.interval().lower())
                    .put("pools/share_upper95", share.interval().upper())
                    .put("pools/tokens", Math.round(share.tokens()))
                    .put("pools/documents", share.documents());
        }
        return json;
    }

    private ObjectNode documents() {
        ObjectNode json = NODES.objectNode();
        json.put("@type", "cr:RecordSet").put("@id", "documents").put("name", "documents");
        json.put("description", "One record per line of the shards.");
        if (manifest.lines() == manifest.documents()) {
            json.putObject("key").put("@id", "documents/id");
        }
        ArrayNode fields = json.putArray("field");
        column(fields, "id", "sc:Text");
        column(fields, "text", "sc:Text");
        column(fields, "source", "sc:Text");
        column(fields, "tokens", "sc:Integer");
        column(fields, "pool", "sc:Text")
                .putObject("references")
                .putObject("field")
                .put("@id", "pools/name");
        for (Pool pool : Pool.values()) {
            column(fields, pool.symbol(), "sc:Float");
        }
        ObjectNode synthetic = column(fields, "p_synthetic", "sc:Float");
        ArrayNode agents = synthetic.putArray("prov:wasAttributedTo");
        manifest.snapshot()
                .releases()
                .keySet()
                .forEach(release -> agents.addObject().put("@id", "urn:scapa:release:" + Words.urnPart(release)));
        column(fields, "content_sha256", "sc:Text");
        column(fields, "release", "sc:Text");
        column(fields, "provenance", "sc:Text").put("equivalentProperty", "prov:wasDerivedFrom");
        return json;
    }

    private static void field(ArrayNode fields, String id, String type) {
        fields.addObject()
                .put("@type", "cr:Field")
                .put("@id", id)
                .put("name", id)
                .put("dataType", type);
    }

    private static ObjectNode column(ArrayNode fields, String column, String type) {
        ObjectNode field = fields.addObject();
        field.put("@type", "cr:Field")
                .put("@id", "documents/" + column)
                .put("name", "documents/" + column)
                .put("dataType", type);
        ObjectNode source = field.putObject("source");
        source.putObject("fileSet").put("@id", SHARDS);
        source.putObject("extract").put("column", column);
        return field;
    }
}

package io.scapa.curation.manifest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The JSON-LD context of Croissant 1.1. The vocabulary must be {@code https://schema.org/}: with {@code http:}, as the
 * specification prints it, the reference validator finds no dataset at all (croissant issue 1018).
 */
final class CroissantContext {
    private static final String SCHEMA = "https://schema.org/";
    private static final List<String> CROISSANT_TERMS = List.of(
            "annotation",
            "arrayShape",
            "citeAs",
            "column",
            "containedIn",
            "equivalentProperty",
            "examples",
            "extract",
            "field",
            "fileObject",
            "fileProperty",
            "fileSet",
            "format",
            "includes",
            "isArray",
            "isLiveDataset",
            "jsonPath",
            "key",
            "md5",
            "parentField",
            "path",
            "recordSet",
            "references",
            "regex",
            "repeated",
            "replace",
            "samplingRate",
            "sdVersion",
            "separator",
            "source",
            "subField",
            "transform");

    private CroissantContext() {}

    static ObjectNode json() {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.put("@language", "en");
        context.put("@vocab", SCHEMA);
        context.put("sc", SCHEMA);
        context.put("cr", "http://mlcommons.org/croissant/");
        context.put("rai", "http://mlcommons.org/croissant/RAI/");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("prov", "http://www.w3.org/ns/prov#");
        context.put("scapa", "urn:scapa:terms:");
        context.put("conformsTo", "dct:conformsTo");
        CROISSANT_TERMS.forEach(term -> context.put(term, "cr:" + term));
        context.putObject("data").put("@id", "cr:data").put("@type", "@json");
        context.putObject("dataType").put("@id", "cr:dataType").put("@type", "@vocab");
        return context;
    }
}

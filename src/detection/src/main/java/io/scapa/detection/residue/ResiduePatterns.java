package io.scapa.detection.residue;

import java.util.List;
import java.util.regex.Pattern;

/** The patterns that are looked for. A new one is one entry here, with its counts. */
public final class ResiduePatterns {
    private static final String SIGNS = "Wikipedia:Signs of AI writing";
    private static final String ACADEM_AI = "Academ-AI (arXiv 2411.15218)";

    private ResiduePatterns() {}

    /** All patterns, the most telling first. */
    public static List<ResiduePattern> all() {
        return List.of(
                interfaceMark(
                        "search-placeholder",
                        List.of("turn\\d"),
                        "\\b(cite)?turn\\d+(search|news|image|file|view)\\d+"),
                interfaceMark(
                        "reference-bug",
                        List.of("oaicite", "oai_citation"),
                        "contentReference\\[oaicite:\\d+\\](\\{index=\\d+\\})?|\\boaicite\\b|\\boai_citation\\b"),
                interfaceMark(
                        "attribution-json",
                        List.of("attributableIndex"),
                        "\\(\\{\"attribution\":\\{\"attributableIndex\":\"\\d+-\\d+\"\\}\\}\\)"),
                interfaceMark(
                        "tracking-parameter",
                        List.of("utm_source="),
                        "utm_source=(chatgpt\\.com|openai|copilot\\.com)"),
                new ResiduePattern(
                        "button",
                        List.of("egenerate response"),
                        Pattern.compile("(?m)\\bRegenerate response\\s*$"),
                        "Teixeira da Silva 2024",
                        -1,
                        0),
                counted(
                        "self-naming",
                        List.of("n AI", "n ai", "arge language model"),
                        "(?i)\\bas (an AI( language)? model|a large language model)\\b",
                        ACADEM_AI,
                        0,
                        101),
                counted(
                        "knowledge-cut-off",
                        List.of("utoff", "ut-off", "my last"),
                        "(?i)\\bknowledge cut-?off\\b|\\bas of my last (knowledge )?(update|training)\\b",
                        SIGNS,
                        0,
                        23),
                counted(
                        "compliant-opener",
                        List.of("Sure", "Certainly", "Of course", "Absolutely"),
                        "\\A\\s*(Sure|Certainly|Of course|Absolutely)[,!.] (Here|I('d| would)|Let)",
                        ACADEM_AI,
                        0,
                        641),
                counted(
                        "deliverable-opener",
                        List.of("Here's ", "Here is ", "Here\u2019s "),
                        "\\A\\s*Here(['\u2019]s| is) (a|an|the|your) [^.\\n]{0,80}?\\b(version|continuation|abstract|essay|story|review|article|summary|paragraph|rewrite|draft|example|response|translation)\\b",
                        "counted on the corpora",
                        1,
                        1791),
                counted(
                        "refusal",
                        List.of("sorry", "I cannot "),
                        "(?i)\\bI('m| am) sorry,? but I (cannot|can't|am unable)\\b|\\bI cannot (fulfil|fulfill|assist with|provide)\\b",
                        ACADEM_AI,
                        4,
                        52),
                counted(
                        "offer-to-go-on",
                        List.of("ould you like me to", "et me know if you", " hope this helps"),
                        "(?i)\\bwould you like me to\\b|\\blet me know if you[^.!?\\n]{0,80}[.!?]\\s*\\z|\\bI hope this helps\\b",
                        SIGNS,
                        4,
                        206),
                counted(
                        "unfilled-template",
                        List.of("["),
                        "\\[(Your|Insert|Company|Recipient|Date|Author|Name|Address)\\b[^\\]\\n]{0,60}\\]",
                        SIGNS,
                        3,
                        165),
                counted("markdown-heading", List.of("# "), "(?m)^#{1,4} \\S", SIGNS, 4, 209));
    }

    private static ResiduePattern interfaceMark(String name, List<String> anchors, String expression) {
        return new ResiduePattern(name, anchors, Pattern.compile(expression), SIGNS, -1, 0);
    }

    private static ResiduePattern counted(
            String name, List<String> anchors, String expression, String source, int human, int synthetic) {
        return new ResiduePattern(name, anchors, Pattern.compile(expression), source, human, synthetic);
    }
}

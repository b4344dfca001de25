package io.scapa.curation.manifest;

/** Where the collapse report lies in a dataset. */
public final class CollapseFiles {
    /** The report. */
    public static final String REPORT = "collapse/report.json";

    private CollapseFiles() {}

    /** A chart. */
    public static String chart(String name) {
        return "collapse/" + name;
    }
}

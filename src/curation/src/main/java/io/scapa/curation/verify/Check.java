package io.scapa.curation.verify;

/**
 * One thing that was examined.
 *
 * @param name what, such as {@code sha256 of train/part-00000.jsonl.gz}
 * @param ok whether it holds
 * @param detail what was found; for a failure what was expected as well
 */
public record Check(String name, boolean ok, String detail) {
    @Override
    public String toString() {
        return (ok ? "ok    " : "FAILS ") + name + ": " + detail;
    }
}

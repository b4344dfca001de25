package io.scapa.curation;

/** Port: who wants to know how far a plan or an export is. Calls come from one thread. */
public interface Progress {
    /** Stages of an export, in order. */
    enum Stage {
        /** Reading every candidate's facts. */
        SCAN,
        /** Finding duplicates. */
        DEDUP,
        /** Solving the mixture. */
        PLAN,
        /** Choosing documents. */
        SELECT,
        /** Testing the mixture for collapse. */
        COLLAPSE,
        /** Reading the chosen texts. */
        COLLECT,
        /** Writing shards. */
        WRITE,
        /** Writing the manifest. */
        MANIFEST
    }

    /**
     * How far a stage is.
     *
     * @param stage which
     * @param done documents or shards done
     * @param total of how many, or -1 where unknown
     */
    void report(Stage stage, long done, long total);

    /** Whether the work should stop. Asked often; a stopped export leaves nothing behind. */
    default boolean cancelled() {
        return false;
    }

    /** Nobody. */
    static Progress none() {
        return (stage, done, total) -> {};
    }
}

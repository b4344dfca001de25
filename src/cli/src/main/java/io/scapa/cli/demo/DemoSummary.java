package io.scapa.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.verify.VerificationReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/** What the demo tells at its end. */
final class DemoSummary {
    private final PrintStream out;

    DemoSummary(PrintStream out) {
        this.out = out;
    }

    void documents(IngestTally tally, Instant cutoff) {
        head("Documents by source and verdict");
        out.print(tally.table());
        out.printf(
                Locale.ROOT,
                "  %,d documents, %,d tokens; %,d of them were known from an earlier run%n",
                tally.documents(),
                tally.tokens(),
                tally.known());
        if (tally.rejected() > 0) {
            out.printf(Locale.ROOT, "  %,d lines were not taken:%n", tally.rejected());
            tally.faults().forEach(fault -> out.println("    " + fault));
        }
        out.println("  The score is the text's own evidence; dates move only the pools. Generation 0 ends at " + cutoff
                + ".");
    }

    void infeasible(JsonNode plan) {
        head("The recipe cannot be met with these documents");
        plan.path("shortages")
                .forEach(shortage ->
                        out.println("  " + shortage.path("explanation").asText()));
        out.printf(
                Locale.ROOT,
                "  the largest budget that can be met is %,d tokens%n",
                plan.path("largestFeasible").asLong());
    }

    void dataset(Manifest manifest, VerificationReport verification) {
        head("Dataset: the realised mixture against the recipe");
        out.println("  " + manifest.totals());
        out.print(manifest.mixture());
        out.println("  collapse of this mixture: " + manifest.collapse());
        long held = verification.checks().stream().filter(check -> check.ok()).count();
        out.printf(
                Locale.ROOT,
                "  verified: %d of %d checks hold%n",
                held,
                verification.checks().size());
        verification.failures().forEach(check -> out.println("    " + check));
        out.println("  manifest  " + manifest.folder().resolve("manifest.json"));
        out.println("  Croissant " + manifest.folder().resolve("croissant.json"));
        out.println("  check it again with: scapa verify " + manifest.folder());
    }

    void simulation(String preset, JsonNode report, Path folder) {
        head("Simulation " + preset);
        out.println("  published: " + report.at("/preset/published").asText());
        out.println("  measured:  " + report.at("/preset/measured").asText());
        out.println("  charts and every number: " + folder);
    }

    void withoutHumanText() {
        out.println();
        out.println(
                "There is no npm client here that brings the demo's human text, so this ran on texts that a language model");
        out.println(
                "wrote, and asked for nothing else. With npm on the PATH the demo blends human text of two centuries into it.");
    }

    private void head(String words) {
        out.println();
        out.println(words);
    }
}

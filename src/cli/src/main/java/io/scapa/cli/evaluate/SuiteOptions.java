package io.scapa.cli.evaluate;

import io.scapa.cli.InputException;
import io.scapa.detection.evaluation.Comparison;
import io.scapa.detection.evaluation.NamedAttack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code evaluate} that ask for more than the plain figures. */
final class SuiteOptions {
    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = {
                "model: the model judges (the default);",
                "leave-group-out: each group of sources by a model trained on the others;",
                "leave-family-out: each family of generators by a model that saw none of its texts."
            })
    @Nullable
    String mode;

    @Option(
            names = "--attacks",
            arity = "0..1",
            split = ",",
            fallbackValue = "raid",
            paramLabel = "NAME",
            description = "What attacks on the synthetic texts cost; without names those of RAID.")
    List<String> attacks = new ArrayList<>();

    @Option(
            names = "--compare",
            paramLabel = "GROUPS",
            description =
                    "Human texts of two groups against each other, such as domain=toefl_essay/domain=essay, which is always done where there are such.")
    List<String> compare = new ArrayList<>();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Writes report.html with charts, and every number in report.json.")
    @Nullable
    Path report;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Takes at most so many texts (of each of train and test), by a hash of their ids.")
    int sample = Integer.MAX_VALUE;

    @Option(names = "--seed", paramLabel = "N", description = "Of the attacks (default: ${DEFAULT-VALUE}).")
    long seed = 20261121;

    @Option(
            names = "--exclude-license",
            split = ",",
            paramLabel = "NAME",
            description = "Leaves out texts whose corpus states this licence.")
    List<String> licences = new ArrayList<>();

    /** Whether any of them asks for the suite. */
    boolean asked() {
        return mode != null || !attacks.isEmpty() || report != null || !compare.isEmpty();
    }

    /** How the texts are judged. */
    EvaluationMode mode() {
        return EvaluationMode.named(mode == null ? "model" : mode);
    }

    /** The attacks that are asked for. */
    List<NamedAttack> attacks() {
        try {
            return attacks.equals(List.of("raid")) ? NamedAttack.raid() : NamedAttack.named(attacks);
        } catch (IllegalArgumentException fault) {
            throw new InputException("--attacks: " + fault.getMessage());
        }
    }

    /** The groups that are compared. */
    List<Comparison.Groups> comparisons() {
        List<Comparison.Groups> groups = new ArrayList<>(List.of(Comparison.Groups.nonNative()));
        try {
            compare.forEach(words -> groups.add(Comparison.Groups.parse(words)));
        } catch (IllegalArgumentException fault) {
            throw new InputException("--compare: " + fault.getMessage());
        }
        return groups;
    }

    /** The licences that are left out. */
    Set<String> excludedLicences() {
        return Set.copyOf(licences);
    }
}

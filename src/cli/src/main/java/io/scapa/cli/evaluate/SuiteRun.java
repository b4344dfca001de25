package io.scapa.cli.evaluate;

import io.scapa.cli.InputException;
import io.scapa.cli.ProgressLine;
import io.scapa.cli.Terminal;
import io.scapa.cli.batch.OrderedWork;
import io.scapa.detection.Assessor;
import io.scapa.detection.AssessorOptions;
import io.scapa.detection.Assessors;
import io.scapa.detection.evaluation.Attacks;
import io.scapa.detection.evaluation.EvaluationSuite;
import io.scapa.detection.evaluation.Judge;
import io.scapa.detection.evaluation.JudgedText;
import io.scapa.detection.evaluation.LeftOut;
import io.scapa.detection.training.LabelledDocument;
import io.scapa.detection.training.Trainer;
import io.scapa.detection.training.TrainerOptions;
import io.scapa.detection.training.TrainingSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Judges labelled texts, under attacks too, by one model or by models that saw nothing of what they judge. */
final class SuiteRun {
    private final Terminal terminal;
    private final SuiteOptions options;
    private final int threads;
    private final List<JudgedText> judged = new ArrayList<>();
    private final Attacks attacks;

    SuiteRun(Terminal terminal, SuiteOptions options, int threads) {
        this.terminal = terminal;
        this.options = options;
        this.threads = threads;
        this.attacks = new Attacks(options.attacks(), options.seed);
    }

    private record Outcome(JudgedText text, double[] attacked) {}

    /** One model judges all of some texts. */
    EvaluationSuite byModel(Assessor assessor, List<LabelledDocument> texts) throws IOException {
        judge(texts, assessor, 0);
        return suite(EvaluationMode.MODEL.title(assessor.release()), List.of());
    }

    /** Models trained without what they judge. */
    EvaluationSuite leavingOut(EvaluationMode mode, TrainingSet set, TrainerOptions training) throws IOException {
        List<LabelledDocument> learnt = sample(set.training());
        List<LeftOut> parts = mode == EvaluationMode.LEAVE_GROUP_OUT
                ? LeftOut.groups(learnt)
                : LeftOut.families(learnt, sample(set.test()));
        if (parts.size() < 2) {
            throw new InputException("leaving out needs two groups at least, these files hold " + parts.size());
        }
        for (int fold = 0; fold < parts.size(); fold++) {
            LeftOut part = parts.get(fold);
            String label = "part %d of %d".formatted(fold + 1, parts.size());
            judge(part.judged(), trained(label, part, training), fold);
        }
        return suite(
                mode.title("") + ", " + training.release(),
                parts.stream().map(LeftOut::name).toList());
    }

    private List<LabelledDocument> sample(List<LabelledDocument> documents) {
        return documents.subList(0, Math.min(options.sample, documents.size()));
    }

    private Assessor trained(String label, LeftOut part, TrainerOptions training) {
        try (ProgressLine progress = new ProgressLine(terminal, label)) {
            return Assessors.of(
                    new Trainer(training, (done, of, step) -> progress.share((double) done / of, step))
                            .train(part.training())
                            .classifier(),
                    AssessorOptions.standard());
        } catch (IllegalArgumentException fault) {
            throw new InputException("without " + part.name() + ": " + fault.getMessage());
        }
    }

    private void judge(List<LabelledDocument> texts, Assessor assessor, int fold) throws IOException {
        Judge judge = new Judge(assessor);
        try (ProgressLine progress = new ProgressLine(terminal, "judging")) {
            OrderedWork.run(
                    texts.iterator(),
                    text -> new Outcome(judge.judge(text, fold), attacks.scores(text, judge)),
                    threads,
                    outcome -> {
                        judged.add(outcome.text());
                        attacks.add(outcome.text(), outcome.attacked());
                        progress.count(judged.size(), "texts");
                    });
        }
    }

    private EvaluationSuite suite(String title, List<String> folds) {
        return EvaluationSuite.of(title, judged, folds, attacks.gathered(), options.comparisons());
    }
}

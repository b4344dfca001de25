package io.scapa.detection;

import io.scapa.detection.classifier.Classifier;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;

/** A language's classifier, its rules, and room for the threads that read by it. */
final class LanguageReader {
    private final Classifier classifier;
    private final VerdictRules verdicts;
    private final Deque<Classifier.Workspace> rooms = new ConcurrentLinkedDeque<>();

    /** Reads by a classifier; an experimental one says so in every verdict. */
    LanguageReader(Classifier classifier, boolean experimental) {
        this.classifier = classifier;
        this.verdicts = new VerdictRules(classifier, experimental);
    }

    Classifier classifier() {
        return classifier;
    }

    VerdictRules verdicts() {
        return verdicts;
    }

    /** Does some work with room of its own. */
    <T> T with(Function<Classifier.Workspace, T> work) {
        Classifier.Workspace room = rooms.pollFirst();
        if (room == null) {
            room = classifier.workspace();
        }
        try {
            return work.apply(room);
        } finally {
            rooms.addFirst(room);
        }
    }
}

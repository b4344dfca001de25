package io.scapa.detection;

import io.scapa.detection.classifier.Bundle;
import io.scapa.detection.classifier.BundleException;
import io.scapa.detection.training.ExperimentalLanguages;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The shipped models of languages besides English, each read when its first text comes. */
final class ExperimentalReaders {
    private static final Map<String, Optional<LanguageReader>> READERS = new ConcurrentHashMap<>();

    private ExperimentalReaders() {}

    /** The reader of a language; null where none is shipped. */
    static @Nullable LanguageReader of(@Nullable String language) {
        return language == null || !ExperimentalLanguages.CODES.contains(language)
                ? null
                : READERS.computeIfAbsent(language, ExperimentalReaders::read).orElse(null);
    }

    private static Optional<LanguageReader> read(String language) {
        String name = language + ".bundle";
        try (InputStream in = ExperimentalReaders.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new LanguageReader(Bundle.read(in, name), true));
        } catch (IOException e) {
            throw new BundleException(name + " cannot be read: " + e.getMessage());
        }
    }
}

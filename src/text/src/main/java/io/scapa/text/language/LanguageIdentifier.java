package io.scapa.text.language;

import java.lang.Character.UnicodeScript;
import java.util.Map;

/**
 * Tells the language of a text, in at most 1,200 characters of it (start, middle and end). The script decides where only
 * one language that Scapa knows uses it; Latin, Cyrillic, Arabic and Devanagari are told apart by the n-gram profiles of the
 * language-detector library ({@link LanguageProfiles}), English that is plain to see by its function words, before any
 * profile is loaded. Source code, tables, symbols and a few words have no language. The same text gives the same answer;
 * safe for use by several threads.
 */
public final class LanguageIdentifier {
    private static final int FEWEST_LETTERS = 20;
    /** A Han character, kana or Hangul syllable says about as much as three letters. */
    private static final int LETTERS_OF_SYLLABLE = 3;

    private static final double LEAST_LETTER_SHARE = 0.6;
    private static final double MOST_CODE_SIGNS = 0.08;
    /** Plain prose may hold formulas. */
    private static final double MOST_CODE_SIGNS_IN_ENGLISH = 0.14;

    private static final double LEAST_KANA_SHARE = 0.1;
    private static final double LEAST_CONFIDENCE = 0.6;

    private static final Map<UnicodeScript, String> LANGUAGE_OF_SCRIPT = Map.ofEntries(
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"),
            Map.entry(UnicodeScript.TIBETAN, "bo"));

    private LanguageIdentifier() {}

    /** Tells the language of a text; the clean view is best. */
    public static Guess identify(String text) {
        Sample sample = Sample.of(text);
        UnicodeScript script = sample.script();
        double share = sample.shareOf(script);
        if (sample.letters() < FEWEST_LETTERS || sample.letterShare() < LEAST_LETTER_SHARE) {
            return Guess.none(0);
        }
        boolean english = script == UnicodeScript.LATIN && EnglishWords.areEvident(sample.text());
        double most = english ? MOST_CODE_SIGNS_IN_ENGLISH : MOST_CODE_SIGNS;
        if (sample.codeSigns() > most) {
            return Guess.none(LEAST_CONFIDENCE * most / sample.codeSigns());
        }
        return switch (script) {
            case LATIN -> english ? certain("en", share) : profiled(LanguageProfiles.latin(), sample);
            case CYRILLIC -> profiled(LanguageProfiles.cyrillic(), sample);
            case ARABIC -> profiled(LanguageProfiles.arabic(), sample);
            case DEVANAGARI -> profiled(LanguageProfiles.devanagari(), sample);
            case HAN -> certain(sample.kanaShare() >= LEAST_KANA_SHARE ? "ja" : "zh", share);
            default ->
                LANGUAGE_OF_SCRIPT.containsKey(script) ? certain(LANGUAGE_OF_SCRIPT.get(script), share) : Guess.none(0);
        };
    }

    private static Guess certain(String code, double share) {
        return share >= LEAST_CONFIDENCE ? new Guess(code, share) : Guess.none(share);
    }

    private static Guess profiled(LanguageProfiles profiles, Sample sample) {
        LanguageProfiles.Match match = profiles.match(sample.text());
        double confidence = match.probability() * sample.shareOf(sample.script());
        return confidence >= LEAST_CONFIDENCE ? new Guess(match.code(), confidence) : Guess.none(confidence);
    }

    /** How many letters of an alphabet a letter of this script stands for. */
    static int weight(UnicodeScript script) {
        return switch (script) {
            case HAN, HANGUL, HIRAGANA, KATAKANA -> LETTERS_OF_SYLLABLE;
            default -> 1;
        };
    }
}

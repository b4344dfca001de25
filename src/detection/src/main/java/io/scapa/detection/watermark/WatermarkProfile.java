package io.scapa.detection.watermark;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One watermark that a model may carry. "The watermark test" is not one algorithm: a mark is found only by the same scheme,
 * key, parameters, tokenizer, vocabulary size and device that made it.
 *
 * @param name the user's name for it; generations of the timeline refer to it
 * @param scheme one of {@link WatermarkSchemes#names()}
 * @param key the secret
 * @param parameters the scheme's own, by name; absent ones take the library's defaults
 * @param tokenizer name of the tokenizer whose ids the model emits
 * @param vocabularySize width of the model's logits, often larger than the tokenizer's vocabulary: one off changes every list
 * @param device where the marking library drew its random numbers
 */
public record WatermarkProfile(
        String name,
        String scheme,
        WatermarkKey key,
        Map<String, Object> parameters,
        String tokenizer,
        int vocabularySize,
        Device device) {
    /** Larger than any published vocabulary; torch shuffles longer ranges in another way. */
    public static final int MAX_VOCABULARY = 16_777_216;

    /** Checks every field and every parameter of the scheme; no message carries the key. */
    public WatermarkProfile {
        if (name.isBlank()) {
            throw new WatermarkProfileException(name, "name", "blank", "a name");
        }
        if (vocabularySize < 2 || vocabularySize > MAX_VOCABULARY) {
            throw new WatermarkProfileException(
                    name, "vocabularySize", vocabularySize, "the width of the model's logits, 2 to " + MAX_VOCABULARY);
        }
        if (tokenizer.isBlank()) {
            throw new WatermarkProfileException(name, "tokenizer", "blank", "the name of the model's tokenizer");
        }
        if (!WatermarkSchemes.names().contains(scheme)) {
            throw new WatermarkProfileException(
                    name, "scheme", "'" + scheme + "'", "one of " + WatermarkSchemes.names());
        }
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /**
     * A profile whose scheme has accepted its parameters and key.
     *
     * @throws WatermarkProfileException naming the field, its value and what was expected
     */
    public static WatermarkProfile of(
            String name,
            String scheme,
            WatermarkKey key,
            Map<String, Object> parameters,
            String tokenizer,
            int vocabularySize,
            Device device) {
        WatermarkProfile profile =
                new WatermarkProfile(name, scheme, key, parameters, tokenizer, vocabularySize, device);
        WatermarkSchemes.named(scheme).check(profile);
        return profile;
    }

    /** The parameters as a scheme reads them. */
    public Parameters read() {
        return new Parameters(name, parameters);
    }

    /**
     * The key as one integer in [least, most].
     *
     * @throws WatermarkProfileException where it is outside, or more than one integer
     */
    public long keyIn(BigInteger least, BigInteger most) {
        String expected = "one integer in [" + least + ", " + most + "]";
        if (key.size() != 1) {
            throw new WatermarkProfileException(name, "key", "a list of " + key.size() + " (not shown)", expected);
        }
        BigInteger value = key.reveal().get(0);
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new WatermarkProfileException(name, "key", "outside that (not shown)", expected);
        }
        return value.longValue();
    }

    @Override
    public String toString() {
        return "WatermarkProfile[" + name + ", " + scheme + ", key secret, " + parameters + ", " + tokenizer + ", "
                + vocabularySize + ", " + device + "]";
    }
}

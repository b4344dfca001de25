package io.scapa.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One model generation of the user's timeline.
 *
 * @param index 0 is the time before language models
 * @param from start of its window, inclusive; {@link Instant#MIN} where open
 * @param until end of its window, exclusive; {@link Instant#MAX} where open
 * @param models names of the models known in it; matched without case
 * @param watermarkProfiles names of the watermark profiles that its models mark with
 */
public record Generation(int index, Instant from, Instant until, List<String> models, List<String> watermarkProfiles) {
    public Generation {
        if (index < 0) {
            throw new IllegalArgumentException("a generation's index is 0 or more, got " + index);
        }
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "generation " + index + " needs from < until, got " + from + " and " + until);
        }
        models = List.copyOf(models);
        watermarkProfiles = List.copyOf(watermarkProfiles);
    }

    /** Whether an instant lies in its window. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    /** Whether it knows a model by this name. */
    public boolean knowsModel(String model) {
        return models.stream().anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(model.toLowerCase(Locale.ROOT)));
    }
}

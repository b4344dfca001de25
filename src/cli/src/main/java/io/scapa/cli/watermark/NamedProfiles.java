package io.scapa.cli.watermark;

import io.scapa.cli.InputException;
import io.scapa.cli.config.ScapaConfig;
import io.scapa.detection.watermark.WatermarkProfile;
import java.util.ArrayList;
import java.util.List;

/** The profiles of a configuration that a command asks for by name. */
final class NamedProfiles {
    private NamedProfiles() {}

    /**
     * Those of some names, or all where no name is given.
     *
     * @throws InputException where there is no profile, or none of a name
     */
    static List<WatermarkProfile> of(ScapaConfig config, List<String> names) {
        if (config.profiles().isEmpty()) {
            throw new InputException("no watermark profile: --config FILE with watermarkProfiles is expected");
        }
        if (names.isEmpty()) {
            return config.profiles();
        }
        List<WatermarkProfile> wanted = new ArrayList<>();
        for (String name : names.stream().distinct().toList()) {
            wanted.add(config.profiles().stream()
                    .filter(profile -> profile.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InputException("--profile: one of "
                            + config.profiles().stream()
                                    .map(WatermarkProfile::name)
                                    .toList()
                            + " is expected, got " + name)));
        }
        return wanted;
    }
}

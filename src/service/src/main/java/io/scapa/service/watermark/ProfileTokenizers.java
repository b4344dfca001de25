package io.scapa.service.watermark;

import io.scapa.service.ScapaService;
import io.scapa.text.token.Tokenizer;
import io.scapa.text.token.hf.TokenizerFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * The tokenizers that profiles may name: those built in, and {@code tokenizer.json} files below one folder
 * ({@code scapa.tokenizers}, by default {@code tokenizers} in {@code SCAPA_HOME}), so that a call cannot have any file read.
 */
@ApplicationScoped
public class ProfileTokenizers implements Function<String, Tokenizer> {
    private static final String SETTING = "scapa.tokenizers";

    private final TokenizerFiles files;

    @Inject
    public ProfileTokenizers(Config config) {
        this.files = TokenizerFiles.within(config.getOptionalValue(SETTING, String.class)
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElseGet(() -> ScapaService.home(config).folder().resolve("tokenizers")));
    }

    @Override
    public Tokenizer apply(String name) {
        return files.apply(name);
    }
}
